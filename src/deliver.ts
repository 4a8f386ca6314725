import { resolve } from 'node:path';
import type { ResolvedConfig } from './config/types.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import { byCodeUnit } from './core/names.ts';
import type { Icon, OutputFile, Sprite } from './core/types.ts';
import { openEmission } from './emit/index.ts';
import { readCatalogPage } from './node/catalog-page.ts';
import { openSpool } from './node/spool.ts';
import { type BuildStats, countStats } from './node/stats.ts';
import { type Change, type WriteOptions, writeOutputs } from './node/write.ts';
import { inspectSprite } from './sprite/inspect.ts';

/** Icons, sprites and files of a build. */
export interface Contents {
  /** The icons, sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** The outputs, in the order in which they were written. */
  readonly files: readonly OutputFile[];
}

/** Result of writing the outputs. */
export interface Delivered {
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
export interface DeliveryOptions extends Omit<WriteOptions, 'cwd' | 'spriteFolder'> {
  /** Retains all icons and files in memory. Default: only while they are few. */
  readonly holds?: boolean;
}

/** Second half of a build: takes sprites as they are made and writes all outputs. */
export interface Delivery {
  readonly add: (sprite: Sprite) => Promise<void>;
  /**
   * @param worked number of icons that were processed
   * @param problems of the source files, which the catalog shows
   * @throws {BuildError} when a file cannot be written; the last output is intact then.
   */
  readonly end: (worked: number, problems: readonly Diagnostic[]) => Promise<Delivered>;
  readonly close: () => void;
}

export function openDelivery(
  config: ResolvedConfig,
  { holds = false, ...options }: DeliveryOptions,
): Delivery {
  const spool = openSpool();
  const emission = openEmission(config, { page: readCatalogPage, keep: spool.keep });
  const stats = countStats();
  const diagnostics: Diagnostic[] = [];
  const hashes: (readonly [file: string, hash: string])[] = [];
  let sprites: Sprite[] | undefined = [];
  return {
    async add(sprite) {
      for (const { path, contents } of await emission.add(sprite)) {
        const { size } = spool.put({ path, parts: [contents] });
        if (path === config.spriteFolder + sprite.file) stats.add(sprite, size);
      }
      diagnostics.push(...inspectSprite(sprite));
      for (const { source } of sprite.icons) hashes.push([source.file, source.hash]);
      if (!holds && spool.isOnDisk()) sprites = undefined;
      sprites?.push(sprite);
    },
    async end(worked, problems) {
      for (const file of emission.end([...problems, ...diagnostics])) spool.put(file);
      const out = resolve(config.cwd, config.out);
      const changes = await writeOutputs(spool.files, out, {
        ...{ cwd: config.cwd, spriteFolder: config.spriteFolder },
        ...options,
      });
      const outputs = spool.files.map(({ path }) => path);
      const held = sprites && { contents: contentsOf(sprites, spool.files) };
      return { stats: stats.end(worked), changes, diagnostics, outputs, hashes, ...held };
    },
    close: spool.close,
  };
}

/** Figures and problems of the icons that sprites are made of. */
interface Making {
  /** Number of icons that were processed. */
  readonly worked: number;
  /** Problems of the source files. */
  readonly problems: readonly Diagnostic[];
}

/** Writes the outputs of sprites that are already made. */
export async function deliver(
  sprites: readonly Sprite[],
  { worked, problems }: Making,
  config: ResolvedConfig,
  options: DeliveryOptions,
): Promise<Delivered> {
  const delivery = openDelivery(config, options);
  try {
    for (const sprite of sprites) await delivery.add(sprite);
    return await delivery.end(worked, problems);
  } finally {
    delivery.close();
  }
}

function contentsOf(
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
