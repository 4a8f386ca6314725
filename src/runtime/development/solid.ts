import { createMemo, type JSX, mergeProps } from 'solid-js';
import type { IconSet, NameIn } from '../icon-set.ts';
import { createIcon as createDrawn, type IconComponent } from '../solid.ts';
import { svgAttributes } from '../solid-attributes.ts';
import { drawSvg } from '../solid-svg.ts';
import { UNBOUND } from '../unbound.ts';
import { inspect } from './inspect.ts';
import { BOX, CROSS } from './placeholder.ts';

/** `createIcon` of `../solid.ts` with checks. */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  const drawn = createDrawn(set);
  return function Icon(props) {
    const canDraw = createMemo(() => inspect(set, props.name, props));
    const shown = createMemo(() =>
      canDraw()
        ? drawn(props)
        : drawSvg(
            mergeProps(svgAttributes(set, props), BOX),
            { component: 'path', ...CROSS },
            () => props.title,
          ),
    );
    return shown as unknown as JSX.Element;
  };
}

export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
