import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UnpluginOptions } from 'unplugin';
import type { UserConfig } from 'vite';
import type { Core } from '../core.ts';
import type { PluginOptions } from '../options.ts';
import { findUseLinks } from '../output/links.ts';
import { pageTags } from './page-tags.ts';

/**
 * Plugins for the HTML pages of Vite: one reads their links before scripts are built, the other
 * inserts the symbols that they need. Apps without such a page get neither, since frameworks warn
 * about plugins with this hook.
 */
export function pagePlugins(core: Core, { critical = [] }: PluginOptions): UnpluginOptions[] {
  const apply = (config: UserConfig): boolean => critical.length > 0 || hasPage(config);
  return [
    {
      name: 'iconloom:html-links',
      enforce: 'pre',
      vite: {
        apply,
        transformIndexHtml: {
          order: 'pre',
          handler(html, { filename }) {
            core.pages.set(filename, findUseLinks(html));
          },
        },
      },
    },
    {
      name: 'iconloom:html-symbols',
      vite: {
        apply,
        async transformIndexHtml(html, { server }) {
          const isBuild = server === undefined;
          // Pages of a server need not wait for icons that they do not link to.
          if (!isBuild && findUseLinks(html).length === 0) return [];
          return pageTags(await core.project(), html, { isBuild });
        },
      },
    },
  ];
}

/** Checks for an index.html or a page among the inputs of the build. */
function hasPage({ root = '.', build }: UserConfig): boolean {
  const input = build?.rolldownOptions?.input ?? build?.rollupOptions?.input ?? [];
  const inputs = typeof input === 'string' ? [input] : Object.values(input);
  return inputs.some((each) => each.endsWith('.html')) || existsSync(resolve(root, 'index.html'));
}
