import { existsSync, readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../config/types.ts';
import { isError } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon, IconMeta, Result } from '../core/types.ts';
import { standaloneSvg } from '../emit/svg.ts';
import { commitProjectFiles, type FileOp } from '../node/commit-files.ts';
import { displayPath } from '../node/display-path.ts';
import { readMeta } from '../node/metadata.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { makeUncachedIcons } from '../pipeline/make-icons.ts';
import type { IconOrigin } from './origin.ts';
import type { AddTarget } from './target.ts';
import { resolveTransfers, type Transfer, type TransferOptions } from './transfers.ts';

/** Options of {@link addIcons}. */
export interface AddIconsOptions extends TransferOptions {
  /** Reports what would be written, and writes nothing. Default: false. */
  readonly dryRun?: boolean;
}

/** An icon that was added. Paths are relative to the working folder. */
export interface AddedIcon {
  readonly name: string;
  /** The argument that requested it. */
  readonly what: string;
  readonly file: string;
  readonly metaFile: string;
  readonly meta: IconMeta;
  readonly color: 'mono' | 'multi';
  /** Size of the new file in bytes. */
  readonly bytes: number;
  readonly status: 'written' | 'unchanged';
}

/**
 * Copies icons into the icons folder: cleaned, optimized and verified as in a build, with their
 * origin in their metadata. Either all are added or none.
 *
 * @throws {BuildError} when an icon cannot be found, has an error, or would replace another.
 */
export async function addIcons(
  requests: readonly string[],
  config: ResolvedConfig,
  options: AddIconsOptions = {},
): Promise<Result<readonly AddedIcon[]>> {
  const { cwd } = config;
  const transfers = await resolveTransfers(requests, config, options);
  const processed = await processIcons(transfers, config);
  if (processed.diagnostics.some(isError)) throw new BuildError(processed.diagnostics);
  const fileOps: FileOp[] = [];
  const added: AddedIcon[] = [];
  for (const [index, { origin, target }] of transfers.entries()) {
    const icon = processed.value[index] as Icon;
    const svg = `${standaloneSvg(icon)}\n`;
    const meta = await mergeMeta(origin, icon, target, cwd);
    const iconOps = [
      toFileOp(target.svg, svg, cwd),
      toFileOp(target.meta, `${JSON.stringify(meta, null, 2)}\n`, cwd),
    ].filter((op) => op !== undefined);
    fileOps.push(...iconOps);
    added.push({
      ...{ name: target.name, what: origin.what, meta, color: icon.facts.color },
      file: displayPath(target.svg, cwd),
      metaFile: displayPath(target.meta, cwd),
      bytes: Buffer.byteLength(svg),
      status: iconOps.length > 0 ? 'written' : 'unchanged',
    });
  }
  if (!options.dryRun) commitProjectFiles(fileOps);
  return { value: added, diagnostics: processed.diagnostics };
}

/** Processes the icons but keeps their colors: each build applies the project's color options. */
async function processIcons(
  transfers: readonly Transfer[],
  config: ResolvedConfig,
): Promise<Result<readonly Icon[]>> {
  const sources = transfers.map(
    ({ origin: { path, file, entry }, target: { name } }): SourceFile => {
      const source = { name, folder: '', path, file, meta: {}, aliases: [] };
      return entry === undefined ? source : { ...source, entry };
    },
  );
  const plainConfig: ResolvedConfig = { ...config, prefix: '', color: {}, svgo: {} };
  return makeUncachedIcons(sources, plainConfig);
}

/**
 * Merges metadata: what a person wrote about a replaced icon stays; its origin is new.
 *
 * @throws {BuildError} when the existing metadata cannot be read.
 */
async function mergeMeta(
  { meta }: IconOrigin,
  { facts: { title } }: Icon,
  target: AddTarget,
  cwd: string,
): Promise<IconMeta> {
  if (!existsSync(target.meta)) return { ...(title !== '' && { title }), ...meta };
  const { value, diagnostics } = await readMeta(target.meta, displayPath(target.meta, cwd));
  if (diagnostics.length > 0) throw new BuildError(diagnostics);
  const { source: _, license: __, author: ___, ...userMeta } = value;
  return { ...(title !== '' && { title }), ...meta, ...userMeta };
}

/** File operation that writes a text; `undefined` if the file has that text already. */
export function toFileOp(target: string, text: string, cwd: string): FileOp | undefined {
  const old = existsSync(target) ? readFileSync(target) : undefined;
  const after = Buffer.from(text);
  if (old?.equals(after)) return undefined;
  const before = old && (() => old);
  return { target, file: displayPath(target, cwd), before, after: () => after };
}
