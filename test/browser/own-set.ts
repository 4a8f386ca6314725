import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type UserConfig } from '../../src/index.ts';
import type { ServedFile } from './serve.ts';

const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Our own icons and what was built of them. */
export interface OwnSet {
  readonly names: readonly string[];
  /** The drawings as they are in the repository, by name. */
  readonly drawings: ReadonlyMap<string, string>;
  /** The built files, by path. */
  readonly outputs: ReadonlyMap<string, string>;
  /** All of it as the server sends it: drawings in `/icons/`, outputs in `/`. */
  readonly served: ReadonlyMap<string, ServedFile>;
}

/** Builds our own icons, writing nothing. */
export async function buildOwnSet(config: UserConfig = {}): Promise<OwnSet> {
  const inputs = 'icons';
  const { icons, files } = await build(
    { ...config, inputs, out: 'dist' },
    { dryRun: true, cwd: ROOT },
  );
  const names = icons.map(({ name }) => name);
  const drawings = new Map(
    await Promise.all(
      names.map(async (name) => {
        return [name, await readFile(join(ROOT, inputs, `${name}.svg`), 'utf8')] as const;
      }),
    ),
  );
  const outputs = new Map(files.map(({ path, contents }) => [path, contents]));
  const served = new Map<string, ServedFile>();
  for (const [path, body] of outputs) served.set(`/${path}`, servedAs(path, body));
  for (const [name, body] of drawings) served.set(`/icons/${name}.svg`, { type: SVG, body });
  return { names, drawings, outputs, served };
}

export const SVG = 'image/svg+xml';

/** A built file as the server sends it. */
export function servedAs(path: string, body: string): ServedFile {
  const type = path.endsWith('.svg') ? SVG : path.endsWith('.css') ? 'text/css' : 'text/plain';
  return { type, body };
}
