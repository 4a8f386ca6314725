import { memoize as memoizeByKey } from '../core/memoize.ts';
import type { Icon } from '../core/types.ts';
import { readElements } from '../icon/source/source-elements.ts';
import { viewBoxOf } from '../svg/view-box.ts';
import { isInk } from './cached-values.ts';
import { standaloneSvg } from './coverage.ts';
import { measureInk } from './ink.ts';
import type { Ink, LintSource, Memoize } from './types.ts';

/** Parsed on first use: if all findings are cached, no rule needs it. */
const elementsOf = memoizeByKey(({ svg }: Pick<LintSource, 'svg'>) => readElements(svg));

/**
 * Creates the object of an icon that rules check.
 *
 * @param svg decoded text of the file, or a function that reads it on first use
 * @param icon result of the build
 * @param memoize caches measurements for the next run. Default: no cache
 */
export function createLintSource(
  svg: string | (() => string),
  icon: Icon,
  memoize: Memoize = (_what, _symbol, make) => make(),
): LintSource {
  const { file, name, folder, meta } = icon.source;
  let text: string | undefined;
  let ink: Promise<Ink | undefined> | undefined;
  return {
    file,
    name,
    folder,
    meta,
    get svg() {
      text ??= typeof svg === 'string' ? svg : svg();
      return text;
    },
    icon,
    get root() {
      return elementsOf(this).root;
    },
    get sheets() {
      return elementsOf(this).sheets;
    },
    ink: () => {
      ink ??= memoize('ink', icon.plainSymbol, () => measureIconInk(icon), isInk);
      return ink;
    },
    memoize: (what, make, isRight) => memoize(what, icon.plainSymbol, make, isRight),
  };
}

/** Measures painted bounds; `undefined` with text, which depends on the fonts of the viewer. */
async function measureIconInk(icon: Icon): Promise<Ink | undefined> {
  if (icon.facts.needs.includes('text')) return undefined;
  return measureInk(standaloneSvg(icon), viewBoxOf(icon.facts.viewBox)).catch(() => undefined);
}
