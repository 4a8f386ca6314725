/** Code that the Svelte component imports. It ships as source, so its imports are files of the package. */
export { hrefOf } from './parts.ts';
export { svgAttributes } from './svelte-attributes.ts';
