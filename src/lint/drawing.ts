import { memo } from '../core/memo.ts';
import type { Icon } from '../core/types.ts';
import { readElements } from '../icon/source-elements.ts';
import { boxOf } from '../svg/view-box.ts';
import { standalone } from './coverage.ts';
import { measureInk } from './ink.ts';
import { isInk } from './kept-values.ts';
import type { Drawing, Ink, Keep, SourceElement } from './types.ts';

/** Read when first asked for: where all answers are kept, no rule asks. */
const elementsOf = memo(({ svg }: Drawing) => readElements(svg));

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
  const { file, name, folder, meta } = icon.source;
  let ink: Promise<Ink | undefined> | undefined;
  return {
    ...{ file, name, folder, meta, svg, icon },
    get root() {
      return elementsOf(this).root;
    },
    ink: () => {
      ink ??= keep('ink', icon.plainSymbol, () => inkOf(icon), isInk);
      return ink;
    },
    kept: (what, make, isRight) => keep(what, icon.plainSymbol, make, isRight),
  };
}

/** Text of each `<style>` element of a drawing. */
export function sheetsOf(drawing: Drawing): ReadonlyMap<SourceElement, string> {
  return elementsOf(drawing).sheets;
}

/** Letters are drawn with the fonts of who looks, so what they paint cannot be told. */
async function inkOf(icon: Icon): Promise<Ink | undefined> {
  if (icon.facts.needs.includes('text')) return undefined;
  return measureInk(standalone(icon), boxOf(icon.facts.viewBox)).catch(() => undefined);
}
