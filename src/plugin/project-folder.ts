import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Input } from '../config/types.ts';
import { tryStat } from '../node/files.ts';
import { CONFIG_FILES } from '../node/load-config.ts';

/** Files that mark the root of a project, besides our own configuration. */
const PROJECT_FILES =
  /^package\.json$|^(astro|esbuild|next|nuxt|rolldown|rollup|rspack|svelte|vite|vitest|webpack)\.config\.[cm]?[jt]s$/;
const OWN_CONFIGS: ReadonlySet<string> = new Set(
  CONFIG_FILES.filter((place) => place !== 'package.json'),
);

/**
 * Folder that the configuration and its paths are resolved in. Frameworks give bundlers a root
 * below the project, such as Nuxt's `app/`: then it is the nearest folder above with a
 * package.json or a configuration, unless the inputs are in the root itself.
 *
 * @param root absolute path of the bundler's root
 * @param inputs those of the plugin's options
 */
export function projectFolder(root: string, inputs: Input | readonly Input[] | undefined): string {
  let folder = root;
  for (let names = entryNames(root); !isProject(names); names = entryNames(folder)) {
    // Folders above a repository belong to another project.
    if (names.includes('.git') || folder === dirname(folder)) return root;
    folder = dirname(folder);
  }
  if (folder === root) return root;
  const hasConfig = entryNames(folder).some((name) => OWN_CONFIGS.has(name));
  const wanted = inputs ?? (hasConfig ? [] : ['icons']);
  return [wanted].flat().some((input) => existsBelow(root, input)) ? root : folder;
}

function isProject(names: readonly string[]): boolean {
  return names.some((name) => PROJECT_FILES.test(name) || OWN_CONFIGS.has(name));
}

function entryNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Checks that an input exists; a glob is checked up to its first wildcard. */
function existsBelow(root: string, input: Input): boolean {
  if (typeof input !== 'string') return false;
  const parts = input.split('/');
  const wildcard = parts.findIndex((part) => /[*?{}[\]()!]/.test(part));
  const fixed = wildcard < 0 ? parts : parts.slice(0, wildcard);
  return fixed.length > 0 && tryStat(resolve(root, fixed.join('/') || '/')) !== undefined;
}
