/** Code that the Svelte component with checks imports. */
export { svgAttributes } from '../svelte-attributes.ts';
export { inspect } from './inspect.ts';
export { BOX, CROSS } from './placeholder.ts';
