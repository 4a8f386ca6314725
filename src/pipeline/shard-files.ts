import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon, Result } from '../core/types.ts';
import { checkIcon } from '../icon/check/check-icon.ts';
import { unsafeSymbol } from '../icon/check/unsafe-symbol.ts';
import { DecodeError } from '../node/cache/decode.ts';
import { stableStringify, toolFingerprint } from '../node/cache/fingerprint.ts';
import { displayPath } from '../node/display-path.ts';
import { tryStat, writeFileAtomic } from '../node/files.ts';
import { withWriteErrors } from '../node/write-errors.ts';
import type { SourceFile } from './collect-sources.ts';
import {
  decodeShardPart,
  encodeShardPart,
  inconsistentField,
  type Shard,
  type ShardPart,
} from './shard-part.ts';

/** Folder of partial results, relative to the working folder. */
export const SHARDS_FOLDER = 'iconloom-shards';

/** Source files of one shard: every n-th, so that heavy and light sets are spread. */
export function sourcesOfShard(
  sources: readonly SourceFile[],
  { index, of }: Shard,
): readonly SourceFile[] {
  return sources.filter((_, position) => position % of === index - 1);
}

/** Hash of the code and of the options that decide how icons are processed, without paths. */
export function keyOfOptions(config: ResolvedConfig): string {
  const irrelevantOptions = {
    cwd: '',
    configFile: '',
    cache: true,
    threads: 0,
    inputs: [],
    exclude: [],
    ...{ out: '', publicDir: '', spriteFolder: '', fileName: '' },
  };
  const text = stableStringify({ ...config, ...irrelevantOptions }) ?? '';
  return createHash('sha256').update(toolFingerprint()).update(text).digest('hex');
}

/** Hash of all source files by name and metadata; contents are up to each shard. */
export function keyOfSources(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, folder, file, meta, aliases } of sources) {
    const metadata = JSON.stringify([meta, aliases]);
    hash.update(`\n${name}\0${folder}\0${file}\0${metadata}`);
  }
  return hash.digest('hex');
}

/**
 * Writes a partial result; returns the path of its file, relative to the working folder.
 *
 * @param dryRun writes nothing. Default: false
 */
export function writeShard(
  part: Omit<ShardPart, 'generator' | 'version'>,
  { cwd }: Pick<ResolvedConfig, 'cwd'>,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): string {
  const { index, of } = part.shard;
  const path = resolve(cwd, SHARDS_FOLDER, `shard-${index}-of-${of}.json`);
  const file = displayPath(path, cwd);
  if (!dryRun) withWriteErrors(file, () => writeFileAtomic(path, encodeShardPart(part)));
  return file;
}

/** Partial result with the name of its file, for messages. */
interface LocatedPart extends ShardPart {
  readonly file: string;
}

/**
 * Reads partial results and joins them.
 *
 * @param locations files and folders, relative to the working folder
 * @throws {BuildError} when one is missing, cannot be read, or belongs to another build.
 */
export function joinShards(
  locations: readonly string[],
  config: ResolvedConfig,
): Result<readonly Icon[]> {
  const parts = readParts(locations, config.cwd);
  const [first] = parts;
  if (!first) refuseShards(locations.join(', '), 'there is no partial result');
  const options = keyOfOptions(config);
  for (const part of parts) {
    const problem = partProblem(part, first, options, config);
    if (problem !== undefined) refuseShards(part.file, problem);
  }
  const orderedParts = inOrder(parts, first.shard.of, locations);
  const icons = orderedParts.flatMap((part) =>
    part.icons.map((icon) => ({ icon, part: part.file })),
  );
  const clash = findDuplicateName(icons);
  if (clash) refuseShards(clash.part, `'${clash.name}' is in it twice, or in another shard, too`);
  const unsafe = new Map(
    icons.flatMap(({ icon }) => {
      const reason = checkIcon(icon, icon.id);
      return reason === undefined
        ? []
        : [[icon, unsafeSymbol(icon.source.file, reason, 'shard')] as const];
    }),
  );
  return {
    value: icons
      .map(({ icon }) => icon)
      .filter((icon) => !unsafe.has(icon))
      .sort((a, b) => byCodeUnit(a.name, b.name)),
    diagnostics: [...orderedParts.flatMap(({ diagnostics }) => diagnostics), ...unsafe.values()],
  };
}

function refuseShards(file: string, reason: string): never {
  throw new BuildError([diagnose('shards-unusable', { file, args: { reason } })]);
}

function readParts(locations: readonly string[], cwd: string): readonly LocatedPart[] {
  return locations
    .flatMap((location) => filesAt(location, cwd))
    .map((file) => {
      const part = readPart(resolve(cwd, file));
      return typeof part === 'object' ? { file, ...part } : refuseShards(file, part);
    });
}

/**
 * Reason why a part does not belong to a merge; `undefined` if it does.
 *
 * @param options key of the options of the merge
 */
function partProblem(
  part: LocatedPart,
  first: LocatedPart,
  options: string,
  config: ResolvedConfig,
): string | undefined {
  if (part.options !== options) {
    return 'its options, or its version of iconloom, are not those of this call';
  }
  const inconsistent = inconsistentField(part, config);
  if (inconsistent !== undefined) {
    return `its field ${inconsistent} does not fit its source file and the configuration`;
  }
  if (part.shard.of !== first.shard.of) {
    return `it is one of ${part.shard.of}, and ${first.file} one of ${first.shard.of}`;
  }
  return part.drawings === first.drawings
    ? undefined
    : `it was made from other source files than ${first.file}`;
}

/** Sorts parts by number; of two with the same number, the last one counts. */
function inOrder(
  parts: readonly LocatedPart[],
  count: number,
  locations: readonly string[],
): readonly LocatedPart[] {
  const byIndex = new Map(parts.map((part) => [part.shard.index, part]));
  const numbers = Array.from({ length: count }, (_, position) => position + 1);
  const missing = numbers.filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    const named = missing.map((index) => `${index}/${count}`).join(', ');
    refuseShards(locations.join(', '), `shard ${named} is missing`);
  }
  return numbers.flatMap((index) => byIndex.get(index) ?? []);
}

/** Name or alias that two icons share. */
function findDuplicateName(
  icons: readonly { readonly icon: Icon; readonly part: string }[],
): { readonly name: string; readonly part: string } | undefined {
  const names = new Set<string>();
  for (const { icon, part } of icons) {
    for (const name of [icon.name, ...icon.aliases]) {
      if (names.has(name)) return { name, part };
      names.add(name);
    }
  }
  return undefined;
}

function filesAt(location: string, cwd: string): readonly string[] {
  const path = resolve(cwd, location);
  const stats = tryStat(path);
  if (!stats?.isDirectory()) return stats ? [location] : [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])shard-\d+-of-\d+\.json$/.test(name))
    .sort()
    .map((name) => displayPath(join(path, name), cwd));
}

/** Partial result, or the reason why it cannot be used. */
function readPart(path: string): ShardPart | string {
  try {
    const part = decodeShardPart(readFileSync(path, 'utf8'));
    return part ?? 'it is not a partial result of this version of iconloom';
  } catch (error) {
    if (error instanceof DecodeError) return `its field ${error.field} is not ${error.message}`;
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return 'it cannot be read';
  }
}
