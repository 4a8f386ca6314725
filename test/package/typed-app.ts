import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ARROW =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h9v9"/></svg>';

const FILES = {
  'icons/arrow-back.svg': ARROW,
  'icons/arrow-back.meta.json': '{ "aliases": ["back"], "title": "Back to the start" }',
  'icons/heart.svg': ARROW.replace('9', '7'),
  'src/main.js': "import { iconHref } from 'virtual:iconloom'; iconHref('heart');",
} as const;

/**
 * Puts icons and a script into a project that has the package, and has the packed bundler plugin
 * write the types of their names, as a build of the app does. Returns their path in the project.
 */
export async function writeAppTypes(folder: string): Promise<string> {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const plugin = join(folder, 'node_modules/iconloom/dist/plugin/adapters/esbuild.js');
  const { default: icons } = await import(pathToFileURL(plugin).href);
  await build({
    ...{ absWorkingDir: folder, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
    ...{ format: 'esm', logLevel: 'error', plugins: [icons({ inputs: 'icons' })] },
  });
  return 'src/iconloom.d.ts';
}
