import type { XastRoot } from 'svgo';
import { unescapeCss } from './css-values.ts';
import { elements, textContent } from './tree.ts';

/** What the drawing's style sheets call their keyframes. */
export function keyframesOf(root: XastRoot): ReadonlySet<string> {
  const names = [...elements(root)]
    .filter(({ name }) => name === 'style' || name.endsWith(':style'))
    .flatMap((style) => [...textContent(style).matchAll(KEYFRAMES)])
    .map(([, name = '']) => unescapeCss(name.replace(/^["']|["']$/g, '')));
  return new Set(names);
}

const KEYFRAMES = /keyframes\s+("[^"\n]*"|'[^'\n]*'|[^\s{"']+)/gi;
