import type { Component } from 'svelte';
import type { SvelteIconInternals } from '../svelte-bind.ts';

/** The `<svg>` and its `<use>`; the set comes with the props. */
declare const Icon: Component<SvelteIconInternals>;
export default Icon;
