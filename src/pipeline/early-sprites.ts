import { setTimeout as sleep } from 'node:timers/promises';
import type { Icon, Sprite } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import type { WrittenFiles } from '../node/existing-file.ts';
import { memoryFile } from '../node/output-buffer.ts';
import { writeOutputsEarly } from '../node/write.ts';
import type { BuildRun } from './context.ts';

/** Time in ms that the system may take to report a written file to watchers. */
const WATCHER_DELAY = 2;

/**
 * Writes sprites before the other outputs if only symbols changed since the last write: designers
 * wait for them, and the names are still right.
 */
export class EarlySprites {
  readonly #written: WrittenFiles;
  /** Icons in the outputs on disk. */
  #writtenIcons: readonly Icon[] = [];

  /** @param written files that this process wrote */
  constructor(written: WrittenFiles) {
    this.#written = written;
  }

  /** Returns the paths of the sprites that changed. */
  async write(
    { config: { cwd, spriteFolder }, out }: BuildRun,
    icons: readonly Icon[],
    sprites: readonly Sprite[],
  ): Promise<readonly string[]> {
    if (!haveSameNameData(this.#writtenIcons, icons)) return [];
    const files = sprites.map((sprite) =>
      memoryFile({ path: spriteFolder + sprite.file, contents: emitSvg(sprite).contents }),
    );
    const changes = await writeOutputsEarly(files, out, { cwd, written: this.#written });
    // Lets watchers in this process react once the system has reported the change.
    await sleep(WATCHER_DELAY);
    return changes.filter(({ status }) => status === 'written').map(({ path }) => path);
  }

  /** Records the icons after all outputs are written. */
  recordWritten(icons: readonly Icon[]): void {
    this.#writtenIcons = icons;
  }
}

/** Checks if the generated code is the same, so that only symbols may differ. */
function haveSameNameData(before: readonly Icon[], after: readonly Icon[]): boolean {
  const isSame = (icon: Icon, index: number) =>
    icon === before[index] || nameDataOf(icon) === nameDataOf(before[index]);
  return before.length === after.length && after.every(isSame);
}

function nameDataOf(icon: Icon | undefined): string {
  const { viewBox, width, height } = icon?.facts ?? {};
  return JSON.stringify([icon?.id, icon?.aliases, icon?.source.folder, viewBox, width, height]);
}
