import { createIconHtml as createDrawn, type IconHtml, svgAttributes } from '../html.ts';
import type { IconSet, NameIn } from '../icon-set.ts';
import { UNBOUND } from '../unbound.ts';
import { inspect } from './inspect.ts';
import { BOX, CROSS } from './placeholder.ts';

/** `createIconHtml` of `../html.ts` with checks. */
export function createIconHtml<const Set extends IconSet>(set: Set): IconHtml<NameIn<Set>> {
  const drawn = createDrawn(set);
  return (name, options = {}) => {
    if (inspect(set, name, options)) return drawn(name, options);
    const cross = Object.entries(CROSS).map(([key, value]) => ` ${key}="${value}"`);
    return `<svg${svgAttributes(set, name, { ...options, ...BOX })}><path${cross.join('')}></path></svg>`;
  };
}

export const iconHtml: IconHtml = /* @__PURE__ */ createIconHtml(UNBOUND);
