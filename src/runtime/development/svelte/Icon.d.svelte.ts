import type { Component } from 'svelte';
import type { SvelteIconInternals } from '../../svelte-bind.ts';

/** As `../../svelte/Icon.svelte`, with the checks. */
declare const Icon: Component<SvelteIconInternals>;
export default Icon;
