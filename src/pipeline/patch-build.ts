import { join } from 'node:path';
import type { BuildStats, Icon } from '../core/types.ts';
import { arePatchable, type IconChange, patchFiles } from '../emit/patch.ts';
import { type FileStat, isSameStat, readFileStat } from '../node/cache/file-stat.ts';
import type { LastBuild, SavedLint } from '../node/cache/last-build.ts';
import type { WrittenFiles } from '../node/existing-file.ts';
import { readBytesIfExists } from '../node/files.ts';
import { bytesFile } from '../node/output-buffer.ts';
import type { Change } from '../node/plan-outputs.ts';
import { syncOutputFolder } from '../node/write.ts';
import { spriteFileName } from '../sprite/file-name.ts';
import { intactOutputs, primeFromLastBuild, type SavableBuild, saveBuild } from './build-state.ts';
import { type BuildContext, stage } from './context.ts';
import { cachedIcon, hashesOf, iconOptions, makeIcons, openIconPool } from './make-icons.ts';
import type { ChangedSource } from './patchable-sources.ts';
import { replacePrecision } from './stats.ts';

/** Result of patching the outputs of the last build. */
export interface PatchedBuild extends SavableBuild {
  readonly stats: BuildStats;
  /** Status of each file in the output folder. */
  readonly changes: readonly Change[];
}

/** A build that has to make all outputs, after icons that may have been processed already. */
export interface NotPatched {
  /** Number of icons that were processed and are in the cache now. */
  readonly processedCount: number;
  readonly outputs?: never;
}

const NOT_PATCHED: NotPatched = { processedCount: 0 };

/**
 * Makes only the changed icons and replaces them in the outputs on disk: the same result as a build of
 * all icons. The others are neither loaded from the cache nor checked again, since the stats of the
 * outputs prove that they are those that the last build checked and wrote. Patches nothing if the result
 * may be another one, or if a changed icon has diagnostics.
 *
 * @throws {BuildError} when a file cannot be written.
 */
export async function patchBuild(
  context: BuildContext,
  changed: readonly ChangedSource[],
): Promise<PatchedBuild | NotPatched> {
  const { cache, config, options, out } = context;
  const last = cache?.last;
  const outputs = last && readOutputs(last, out);
  if (!last || !outputs) return NOT_PATCHED;
  const [sprite] = last.stats.sprites;
  const path = config.spriteFolder + sprite?.file;
  const hash = last.outputs[path]?.[4];
  // A name with a hash changes with the icons.
  if (!sprite || !hash || sprite.file !== spriteFileName(config.fileName, sprite.name, []))
    return NOT_PATCHED;
  if (!arePatchable([...outputs.keys()], path)) return NOT_PATCHED;

  const iconChanges = await makeChangedIcons(context, changed);
  if (!iconChanges.value) return iconChanges;
  primeFromLastBuild(context);
  const files = patchFiles(
    {
      files: new Map([...outputs].map(([each, { bytes }]) => [each, bytes])),
      sprite: { ...sprite, path, hash },
      iconCount: sprite.icons,
    },
    iconChanges.value,
  );
  const svg = files?.get(path);
  if (!files || !svg) return { processedCount: iconChanges.processedCount };

  cache.saveIcons();
  const written: WrittenFiles = new Map();
  const wanted = [...outputs].map(([each, { bytes, stat }]) => {
    const [before, after] = [bytesFile(each, bytes), files.get(each) as Buffer];
    written.set(join(out, each), { file: before, stat });
    return after === bytes ? before : bytesFile(each, after);
  });
  const { cwd, spriteFolder } = config;
  const writeOptions = { cwd, spriteFolder, dryRun: false, written };
  const changes = await stage(options, 'write', () => syncOutputFolder(wanted, out, writeOptions));

  const { precision } = last.stats;
  const result: PatchedBuild = {
    stats: {
      ...last.stats,
      worked: iconChanges.processedCount,
      bytes: { before: last.stats.bytes.before + iconChanges.addedBytes, after: svg.length },
      ...(precision && { precision: replacePrecision(precision, iconChanges.value) }),
    },
    changes,
    diagnostics: last.diagnostics,
    ...(last.lint && keepsFindings(last.lint, iconChanges.value) && { lint: last.lint }),
    outputs: [...outputs.keys()],
    hashes: hashesOf(iconChanges.value.map(({ after }) => after)),
  };
  const keys = new Set([...last.icons, ...cache.icons().used]);
  for (const key of iconChanges.previousKeys) keys.delete(key);
  await stage(options, 'save', () => saveBuild(context, result, [...keys]));
  return result;
}

interface ChangedIcons {
  readonly value: readonly IconChange[];
  readonly processedCount: number;
  /** Keys of the previous icons in the cache. */
  readonly previousKeys: readonly string[];
  /** Number of bytes by which the source files have grown. */
  readonly addedBytes: number;
}

/** Makes changed icons, unless diagnostics or counts of the whole sprite may change with them. */
async function makeChangedIcons(
  context: BuildContext,
  changed: readonly ChangedSource[],
): Promise<ChangedIcons | (NotPatched & { readonly value?: never })> {
  const { cache, config, options, sets } = context;
  const previous = changed.flatMap(({ source, previousHash }) => {
    const cached = cache && cachedIcon(source, previousHash, { config, cache: cache.icons() });
    return cached?.result.diagnostics.length === 0 ? cached : [];
  });
  if (previous.length < changed.length) return NOT_PATCHED;
  const pool = openIconPool(config, options, sets);
  const sources = changed.map(({ source }) => source);
  const made = await makeIcons(sources, { ...iconOptions(context), pool }).finally(() =>
    pool.close(),
  );
  const failedCount = changed.length - made.value.length;
  const notPatched = { processedCount: made.processedCount - failedCount };
  if (made.diagnostics.length > 0 || failedCount > 0) return notPatched;

  const value = previous.map(({ icon }, index): IconChange => {
    return { before: icon, after: made.value[index] as Icon };
  });
  if (value.some(({ before, after }) => before.facts.form !== after.facts.form)) return notPatched;
  const growth = ({ before, after }: IconChange) => after.source.bytes - before.source.bytes;
  return {
    value,
    processedCount: made.processedCount,
    previousKeys: previous.map(({ key }) => key),
    addedBytes: value.reduce((sum, change) => sum + growth(change), 0),
  };
}

/** Checks if changed icons have the same traits and no findings, so that findings are unchanged. */
function keepsFindings({ diagnostics }: SavedLint, changes: readonly IconChange[]): boolean {
  const files = new Set(diagnostics.map(({ file }) => file));
  const traitsOf = ({ facts: { viewBox, color, colors, traits } }: Icon) =>
    JSON.stringify([viewBox, color, colors, traits]);
  return changes.every(
    ({ before, after }) => !files.has(after.source.file) && traitsOf(before) === traitsOf(after),
  );
}

type ReadOutputs = ReadonlyMap<string, { readonly bytes: Buffer; readonly stat: FileStat }>;

/** Reads the outputs of a build; `undefined` if one is not as the build wrote it. */
function readOutputs(last: LastBuild, out: string): ReadOutputs | undefined {
  const intact = intactOutputs(last, out);
  if (!intact) return undefined;
  const outputs = new Map<string, { bytes: Buffer; stat: FileStat }>();
  for (const [path, [size, mtimeMs, ctimeMs, ino]] of Object.entries(intact)) {
    const bytes = readBytesIfExists(join(out, path));
    const stat: FileStat = [size, mtimeMs, ctimeMs, ino];
    // Another build may have replaced it meanwhile.
    if (bytes?.length !== size || !isSameStat(readFileStat(join(out, path)), stat))
      return undefined;
    outputs.set(path, { bytes, stat });
  }
  return outputs;
}
