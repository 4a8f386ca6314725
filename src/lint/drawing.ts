import { memo } from '../core/memo.ts';
import type { Icon } from '../core/types.ts';
import { readElements } from '../icon/source-elements.ts';
import { boxOf } from '../svg/view-box.ts';
import { standalone } from './coverage.ts';
import { measureInk } from './ink.ts';
import { isInk } from './kept-values.ts';
import type { Drawing, Ink, Keep, SourceElement } from './types.ts';

/** Parsed on first use: if all findings are cached, no rule needs it. */
const elementsOf = memo(({ svg }: Drawing) => readElements(svg));

/**
 * Creates the object of an icon that rules check.
 *
 * @param svg decoded text of the file
 * @param icon result of the build
 * @param keep caches measurements for the next run. Default: no cache
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

/** Measures painted bounds; `undefined` with text, which depends on the fonts of the viewer. */
async function inkOf(icon: Icon): Promise<Ink | undefined> {
  if (icon.facts.needs.includes('text')) return undefined;
  return measureInk(standalone(icon), boxOf(icon.facts.viewBox)).catch(() => undefined);
}
