import { readFileSync } from 'node:fs';
import type { ServedFile } from '../browser/serve.ts';
import { appPage, PAGE_CSS } from '../runtime/app-page.ts';
import { buildAppSet } from '../runtime/app-set.ts';
import { type App, bundleClient } from '../runtime/bundle-app.ts';
import { bundle } from '../runtime/lab.ts';
import { SPRITE } from '../runtime/sprites.ts';

export const APPS: readonly App[] = ['react.tsx', 'vue.ts', 'svelte.ts', 'solid.jsx', 'element.ts'];

/** A frame of the page: what is in it, and which way its text runs. */
export interface Frame {
  readonly path: string;
  readonly direction: 'ltr' | 'rtl';
}

const DIRECTIONS = ['ltr', 'rtl'] as const;

/** The frames from top to bottom: each app in both directions, then what is put into the page. */
export const FRAMES: readonly Frame[] = [
  ...APPS.flatMap((app) => DIRECTIONS.map((direction) => ({ path: `/${app}/`, direction }))),
  { path: '/inlined/', direction: 'ltr' },
  { path: '/shadow/', direction: 'ltr' },
];

/** Edge of a cell, which holds one icon at its top left, in px. */
export const CELL = 64;
/** Of the page, in px. */
export const SIZE: { readonly width: number; readonly height: number } = {
  width: 12 * CELL,
  height: FRAMES.length * CELL,
};

/** In right-to-left text, too, icons stand from the left: only mirroring is to be seen. */
const GRID = `<style>
body { margin: 0 !important }
header { display: none }
main { direction: ltr; display: grid; grid-template-columns: repeat(12, ${CELL}px); justify-items: start; align-items: start; line-height: 0; font-size: 16px }
main > * { display: block }
</style>`;

/** All components in one page, each in a frame. Says that it is ready as other pages here do. */
export async function componentFiles(): Promise<ReadonlyMap<string, ServedFile>> {
  const files = new Map<string, ServedFile>();
  const set = await buildAppSet('/static');
  try {
    const sprite = { type: 'image/svg+xml', body: set.sprite };
    files.set('/static/sprite.svg', sprite).set('/icon.svg', sprite).set('/page.css', PAGE_CSS);
    const rtl = readFileSync(new URL('../../dist/runtime/rtl.css', import.meta.url), 'utf8');
    files.set('/rtl.css', { type: 'text/css', body: rtl });
    for (const app of APPS) {
      const code = await bundleClient(app, { icons: set.icons }, 'production');
      addFrame(files, `/${app}/`, code);
    }
    addFrame(files, '/inlined/', await bundle(INLINED, 'production'));
    addFrame(files, '/shadow/', await bundle(SHADOW, 'production'));
    const frames = FRAMES.map(
      ({ path, direction }) => `<iframe src="${path}${direction}.html" title="${path}"></iframe>`,
    );
    const body = `<!doctype html><html lang="en"><title>Components</title><style>body{margin:0}iframe{display:block;border:0;width:${SIZE.width}px;height:${CELL}px}</style>${frames.join('')}${WATCH}`;
    files.set('/components.html', { type: 'text/html; charset=utf-8', body });
    return files;
  } finally {
    set.remove();
  }
}

function addFrame(files: Map<string, ServedFile>, path: string, code: string): void {
  const script = `${path}app.js`;
  files.set(script, { type: 'text/javascript', body: code });
  for (const direction of DIRECTIONS) {
    const page = appPage({ script, head: GRID, policy: '' });
    const body = String(page.body).replace('<html', `<html dir="${direction}"`);
    files.set(`${path}${direction}.html`, { ...page, body });
  }
}

const IDS = "['box', 'shade', 'styled', 'ruled']";

/** A sprite put into the page, and icons that link to it. */
const INLINED = `
import { inlineSprite } from 'iconloom/inline';
import { createIconHtml } from 'iconloom/html';
inlineSprite(${JSON.stringify(SPRITE)});
const icon = createIconHtml({ iconHref: (name) => '#' + name });
document.querySelector('#app').innerHTML =
  '<main>' + ${IDS}.map((id) => icon(id, { size: 40 })).join('') + '</main>';
`;

/** The same, copied into the shadow roots of elements in a shadow root. */
const SHADOW = `
import { inlineSprite } from 'iconloom/inline';
import { defineIconElement } from 'iconloom/element';
defineIconElement({ iconHref: (name) => '#' + name });
document.querySelector('#app').innerHTML = '<main></main>';
for (const id of ${IDS}) {
  const host = document.createElement('p');
  host.style.margin = '0';
  host.attachShadow({ mode: 'open' }).innerHTML = '<iconloom-icon name="' + id + '" size="40"></iconloom-icon>';
  document.querySelector('main').append(host);
}
inlineSprite(${JSON.stringify(SPRITE)});
`;

/** Waits until all that is drawn by \`<use>\`, in shadow roots too, has a size; not for ever. */
const WATCH = `<script>
const usesIn = (root) => [...root.querySelectorAll('*')].flatMap((each) =>
  each.localName === 'use' ? [each] : each.shadowRoot ? usesIn(each.shadowRoot) : []);
const isDrawn = (frame) => {
  const uses = usesIn(frame.contentDocument);
  return uses.length >= 4 && uses.every((use) => use.getBBox().width > 0);
};
addEventListener('load', async () => {
  const frames = [...document.querySelectorAll('iframe')];
  for (const end = Date.now() + 20000; !frames.every(isDrawn) && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  document.documentElement.dataset.ready = '';
});
</script>`;
