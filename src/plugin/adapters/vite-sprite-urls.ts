import { readFile } from 'node:fs/promises';
import type { UnpluginOptions } from 'unplugin';
import { NO_INLINE } from '../output/url.ts';

interface ResolveContext {
  readonly resolve: (
    source: string,
    importer: string | undefined,
    options: { readonly skipSelf: boolean },
  ) => Promise<{ readonly id: string; readonly external?: unknown } | null>;
}

/** Keeps Vite from turning imported sprites into `data:` URLs, which `<use>` cannot read. */
export function spriteUrlPlugin(): UnpluginOptions {
  return {
    name: 'iconloom:sprite-files',
    enforce: 'pre',
    vite: {
      resolveId: {
        filter: { id: /\.svg(\?url)?$/ },
        async handler(source, importer) {
          const { resolve } = this as unknown as ResolveContext;
          const resolved = await resolve.call(this, source, importer, { skipSelf: true });
          if (!resolved || resolved.external || !/\.svg(\?url)?$/.test(resolved.id)) return null;
          const [file = '', query] = resolved.id.split('?');
          if (!(await isSpriteFile(file))) return null;
          return file + NO_INLINE + (query === undefined ? '' : `&${query}`);
        },
      },
    },
  };
}

/** Recognizes sprites by their contents; modules without a file are none. */
async function isSpriteFile(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (!text.includes('<symbol')) return false;
  // An SVG file with symbols may be a component of another plugin.
  const visibleMarkup = text.replace(
    /<(symbol|defs|style|title|desc|metadata)\b[\s\S]*?<\/\1\s*>/g,
    '',
  );
  return !/<(?!svg\b)[a-z]/i.test(visibleMarkup);
}
