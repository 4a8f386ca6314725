import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildResult, build, type UserConfig } from '../../src/index.ts';

/** A build of drawings, and its sprite. */
export interface Built extends BuildResult {
  readonly sprite: string;
}

/** One sprite of all drawings, through the whole build, as from a folder of files. */
export async function spriteOf(
  drawings: Readonly<Record<string, string>>,
  config: UserConfig = {},
): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'iconloom-browsers-'));
  try {
    for (const [name, svg] of Object.entries(drawings)) {
      await writeFile(join(folder, `${name}.svg`), svg);
    }
    const result = await build(
      { threads: 1, ...config, inputs: '.' },
      { dryRun: true, cwd: folder },
    );
    const sprite = result.files.find(({ path }) => path === 'sprite.svg')?.contents ?? '';
    return { ...result, sprite };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
