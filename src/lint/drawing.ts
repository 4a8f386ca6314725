import type { Icon } from '../core/types.ts';
import { boxOf, standalone } from './coverage.ts';
import { measureInk } from './ink.ts';
import { readElements } from './read-elements.ts';
import type { Drawing, Ink, Keep, SourceElement } from './types.ts';

const SHEETS = new WeakMap<Drawing, ReadonlyMap<SourceElement, string>>();

/**
 * A drawing for rules to look at.
 *
 * @param svg text of the file, decoded, as it stands there
 * @param icon what a build made of it
 * @param keep where to keep what is measured of it, for the next time. Default: nowhere
 */
export function drawingOf(
  svg: string,
  icon: Icon,
  keep: Keep = (_what, _symbol, make) => make(),
): Drawing {
  const { root, sheets } = readElements(svg);
  const { file, name, folder, meta } = icon.source;
  let ink: Promise<Ink | undefined> | undefined;
  const drawing: Drawing = {
    ...{ file, name, folder, meta, svg, root, icon },
    ink: () => {
      ink ??= keep('ink', icon.plainSymbol, () => inkOf(icon));
      return ink;
    },
  };
  SHEETS.set(drawing, sheets);
  return drawing;
}

/** Text of each `<style>` element of a drawing. */
export function sheetsOf(drawing: Drawing): ReadonlyMap<SourceElement, string> {
  return SHEETS.get(drawing) ?? new Map();
}

/** Letters are drawn with the fonts of who looks, so what they paint cannot be told. */
async function inkOf(icon: Icon): Promise<Ink | undefined> {
  if (icon.facts.needs.includes('text')) return undefined;
  return measureInk(standalone(icon), boxOf(icon.facts.viewBox)).catch(() => undefined);
}
