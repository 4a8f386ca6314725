import { type FunctionalComponent, h } from 'vue';
import type { IconSet, NameIn } from '../icon-set.ts';
import { UNBOUND } from '../unbound.ts';
import { createIcon as createDrawn, type IconComponent, type IconProps } from '../vue.ts';
import { inspect } from './inspect.ts';
import { BOX, CROSS } from './placeholder.ts';

/** `createIcon` of `../vue.ts` with checks. */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  const draw = createDrawn(set) as FunctionalComponent<IconProps<string>>;
  const Icon: FunctionalComponent<IconProps<string>> = (props, context) => {
    const drawn = draw(props, context);
    return inspect(set, props.name, { ...context.attrs, ...props })
      ? drawn
      : h('svg', { ...drawn.props, ...BOX }, [h('path', CROSS)]);
  };
  Icon.props = draw.props as never;
  return Icon as IconComponent<NameIn<Set>>;
}

export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
