import { createApp, createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import App from './IconApp.vue';

export function show(root: HTMLElement, extras: boolean): void {
  const app = root.firstElementChild ? createSSRApp(App, { extras }) : createApp(App, { extras });
  app.mount(root);
}

export function render(): Promise<string> {
  return renderToString(createSSRApp(App, { extras: false }));
}
