import type { UnpluginOptions } from 'unplugin';
import type { Core } from '../core.ts';
import { linkedInHtml } from '../output/links.ts';

/** Reads the links of pages before their scripts are built. */
export function htmlLinks(core: Core): UnpluginOptions {
  return {
    name: 'iconloom:html-links',
    enforce: 'pre',
    vite: {
      transformIndexHtml: {
        order: 'pre',
        handler(html, { filename }) {
          core.pages.set(filename, linkedInHtml(html));
        },
      },
    },
  };
}
