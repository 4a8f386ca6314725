import type { Component } from 'svelte';
import type { SvelteIconInternals } from '../../svelte-bind.ts';

/** `../../svelte/Icon.svelte` with checks. */
declare const Icon: Component<SvelteIconInternals>;
export default Icon;
