import type { Diagnostic } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import type { BuildStats, Icon, OutputFile, Sprite } from '../core/types.ts';
import { openEmitter } from '../emit/index.ts';
import { readCatalogPage } from '../node/catalog-page.ts';
import { openOutputBuffer } from '../node/output-buffer.ts';
import type { Change } from '../node/plan-outputs.ts';
import { syncOutputFolder, type WriteOptions } from '../node/write.ts';
import { inspectSprite } from '../sprite/inspect.ts';
import type { BuildRun } from './context.ts';
import { setIdentity } from './set-identity.ts';
import { createStatsCounter } from './stats.ts';

/** Icons, sprites and files of a build. */
export interface Contents {
  /** The icons, sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** The outputs, in the order in which they were written. */
  readonly files: readonly OutputFile[];
}

/** Result of writing the outputs. */
export interface OutputResult {
  readonly stats: BuildStats;
  /** Status of each file in the output folder. */
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the outputs, in the order in which they were written. */
  readonly outputs: readonly string[];
  /** Source files and the hashes of their contents. */
  readonly hashes: readonly (readonly [file: string, hash: string])[];
  /** Missing if it was too large for memory and not requested. */
  readonly contents?: Contents;
}

/** Options of an output writer. */
export interface OutputWriterOptions extends Pick<WriteOptions, 'written' | 'fsync'> {
  /** Retains all icons and files in memory. Default: only while they are few. */
  readonly retainAll?: boolean;
}

/** Second half of a build: takes sprites as they are made and writes all outputs. */
export interface OutputWriter {
  readonly add: (sprite: Sprite) => Promise<void>;
  /**
   * @param processedCount number of icons that were processed
   * @param problems of the source files, which the catalog shows
   * @throws {BuildError} when a file cannot be written; the last output is intact then.
   */
  readonly end: (processedCount: number, problems: readonly Diagnostic[]) => Promise<OutputResult>;
  readonly close: () => void;
}

export async function openOutputWriter(
  { config, out, options: { dryRun = false } }: BuildRun,
  { retainAll = false, ...options }: OutputWriterOptions = {},
): Promise<OutputWriter> {
  const buffer = openOutputBuffer();
  const stats = createStatsCounter();
  const diagnostics: Diagnostic[] = [];
  const emitter = await openEmitter(config, {
    page: readCatalogPage,
    identity: () => setIdentity(config),
    storePart: buffer.storePart,
    report: (diagnostic) => void diagnostics.push(diagnostic),
  });
  const hashes: (readonly [file: string, hash: string])[] = [];
  let sprites: Sprite[] | undefined = [];
  return {
    async add(sprite) {
      for (const { path, contents } of await emitter.add(sprite)) {
        const { size } = buffer.add({ path, parts: [contents] });
        if (path === config.spriteFolder + sprite.file) stats.add(sprite, size);
      }
      diagnostics.push(...inspectSprite(sprite));
      for (const { source } of sprite.icons) hashes.push([source.file, source.hash]);
      if (!retainAll && buffer.isOnDisk()) sprites = undefined;
      sprites?.push(sprite);
    },
    async end(processedCount, problems) {
      for (const file of emitter.end([...problems, ...diagnostics])) buffer.add(file);
      const { cwd, spriteFolder } = config;
      const writeOptions = { ...options, cwd, spriteFolder, dryRun };
      const changes = await syncOutputFolder(buffer.files, out, writeOptions);
      const outputs = buffer.files.map(({ path }) => path);
      const contents = sprites && toContents(sprites, buffer.files);
      return {
        stats: stats.end(processedCount),
        changes,
        diagnostics,
        outputs,
        hashes,
        ...(contents && { contents }),
      };
    },
    close: buffer.close,
  };
}

/** Sprites that are already made, with figures and problems of their icons. */
export interface FinishedSprites {
  readonly sprites: readonly Sprite[];
  /** Number of icons that were processed. */
  readonly processedCount: number;
  /** Problems of the source files. */
  readonly problems: readonly Diagnostic[];
}

/** Writes the outputs of sprites that are already made. */
export async function writeOutput(
  run: BuildRun,
  { sprites, processedCount, problems }: FinishedSprites,
  options: OutputWriterOptions = {},
): Promise<OutputResult> {
  const writer = await openOutputWriter(run, options);
  try {
    for (const sprite of sprites) await writer.add(sprite);
    return await writer.end(processedCount, problems);
  } finally {
    writer.close();
  }
}

function toContents(
  sprites: readonly Sprite[],
  files: readonly { readonly path: string; readonly contents: () => string }[],
): Contents {
  const icons = sprites.flatMap((sprite) => sprite.icons);
  return {
    sprites,
    icons: icons.sort((a, b) => byCodeUnit(a.name, b.name)),
    files: files.map(({ path, contents }) => ({ path, contents: contents() })),
  };
}
