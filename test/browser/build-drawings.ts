import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type UserConfig } from '../../src/index.ts';

/** Builds drawings, given by name, as from a folder of files. Returns the built files, by path. */
export async function buildDrawings(
  drawings: Readonly<Record<string, string>>,
  config: UserConfig = {},
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'iconloom-drawings-'));
  try {
    for (const [name, svg] of Object.entries(drawings)) {
      await writeFile(join(folder, `${name}.svg`), svg);
    }
    const { files } = await build(
      { threads: 1, ...config, inputs: '.' },
      { dryRun: true, cwd: folder },
    );
    return new Map(files.map(({ path, contents }) => [path, contents]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
