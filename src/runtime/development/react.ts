import { createElement, forwardRef } from 'react';
import type { IconSet, NameIn } from '../icon-set.ts';
import { createIcon as createDrawn, type IconComponent } from '../react.ts';
import { type ReactIconProps, svgAttributes } from '../react-attributes.ts';
import { UNBOUND } from '../unbound.ts';
import { inspect } from './inspect.ts';
import { BOX, CROSS } from './placeholder.ts';

/** `createIcon` of `../react.ts` with checks. No hooks: server components have none. */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  const Drawn = createDrawn<IconSet & { iconHref(name: string): string }>(set as never);
  const Icon = forwardRef<SVGSVGElement, ReactIconProps<string>>(function Icon(props, ref) {
    if (inspect(set, props.name, props)) return createElement(Drawn, { ...props, ref });
    const { 'stroke-dasharray': strokeDasharray, 'stroke-width': strokeWidth, ...cross } = CROSS;
    const path = createElement('path', { ...cross, strokeDasharray, strokeWidth });
    return createElement('svg', { ...svgAttributes(set, props), ...BOX, ref }, path);
  });
  return Icon as IconComponent<NameIn<Set>>;
}

export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
