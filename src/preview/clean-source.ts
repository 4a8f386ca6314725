import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon, IconMeta } from '../core/types.ts';
import { standaloneSvg } from '../emit/svg.ts';
import { makeUncachedIcons } from '../pipeline/make-icons.ts';

/** Cleaned source, before it is written. */
export interface CleanResult {
  /** Icon that a build makes of the saved file. Missing when the source has errors. */
  readonly icon?: Icon;
  /** Text of that file, or ''. */
  readonly svg: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Name and paths of a source. */
export interface SourceIdentity {
  readonly name: string;
  /** File that diagnostics name. */
  readonly file: string;
  /** Path to save it to, relative to the working folder. */
  readonly savedAs: string;
  readonly meta?: IconMeta;
}

/** Cleans, optimizes and verifies a source as `iconloom add` does, then builds its icon. */
export async function cleanSource(
  bytes: Uint8Array,
  { name, file, savedAs, meta = {} }: SourceIdentity,
  config: ResolvedConfig,
): Promise<CleanResult> {
  // Colors stay: each build recolors them.
  const cleanConfig: ResolvedConfig = { ...config, prefix: '', color: {}, svgo: {} };
  const first = await buildIcon(bytes, { name, file, meta }, cleanConfig);
  if (!first.icon) return { svg: '', diagnostics: first.diagnostics };
  const svg = `${standaloneSvg(first.icon)}\n`;
  const second = await buildIcon(Buffer.from(svg), { name, file: savedAs, meta }, config);
  const reportedCodes = new Set(first.diagnostics.map(({ code }) => code));
  return {
    ...(second.icon && { icon: second.icon }),
    svg,
    diagnostics: [
      ...first.diagnostics,
      ...second.diagnostics.filter(({ code }) => !reportedCodes.has(code)),
    ],
  };
}

async function buildIcon(
  bytes: Uint8Array,
  { name, file, meta }: Pick<SourceIdentity, 'name' | 'file'> & { readonly meta: IconMeta },
  config: ResolvedConfig,
): Promise<{ readonly icon?: Icon; readonly diagnostics: readonly Diagnostic[] }> {
  return withTempFile(bytes, async (path) => {
    const source = { name, folder: '', path, file, meta, aliases: [] };
    const { value, diagnostics } = await makeUncachedIcons([source], config);
    return { ...(value[0] && { icon: value[0] }), diagnostics };
  });
}

/** Runs a task with a temporary file that only this user can read. */
export async function withTempFile<T>(
  bytes: Uint8Array,
  task: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-preview-'));
  try {
    const path = join(folder, 'source.svg');
    writeFileSync(path, bytes, { mode: 0o600 });
    return await task(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
