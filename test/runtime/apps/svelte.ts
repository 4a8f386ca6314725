import { hydrate, mount } from 'svelte';
import { render as renderApp } from 'svelte/server';
import App from './IconApp.svelte';

export function show(target: HTMLElement, extras: boolean): void {
  const start = target.firstElementChild ? hydrate : mount;
  start(App, { target, props: { extras } });
}

export function render(): string {
  return renderApp(App, { props: { extras: false } }).body;
}
