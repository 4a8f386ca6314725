import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose, isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { emitSvg } from '../emit/svg.ts';
import { displayPath } from '../node/display-path.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { SourceFile } from '../pipeline/collect-sources.ts';
import { openContext } from '../pipeline/context.ts';
import { colorModeLookup, makeAllIcons } from '../pipeline/make-icons.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import type { NotCompared, VerifySubject } from './model.ts';
import { parseSprite, type SpriteText } from './sprite-text.ts';

/** Icons of a project, and the sprites that they are in. */
export interface VerifyInput {
  readonly icons: readonly VerifySubject[];
  readonly notCompared: readonly NotCompared[];
  /** By file name below the output folder. */
  readonly sprites: ReadonlyMap<string, SpriteText>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Options for loading. */
export interface VerifyInputOptions {
  /** Verifies what a build would write, not what is in the output folder. */
  readonly inMemory: boolean;
  /** Command that builds, for messages. */
  readonly command: string;
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
}

/**
 * Reads the built sprites, and the source of each icon in them.
 *
 * @throws {BuildError} when the configuration is wrong or a sprite is missing.
 */
export async function loadVerifyInput(
  config: ResolvedConfig,
  { inMemory, command, onProgress }: VerifyInputOptions,
): Promise<VerifyInput> {
  const context = await openContext(config, onProgress && { onProgress });
  const { value: processed, diagnostics: problems } = await makeAllIcons(context);
  if (problems.some(isUsageProblem)) throw new BuildError(problems);

  const builtSprites = createSprites(processed, config);
  const sprites = inMemory
    ? new Map(builtSprites.map((sprite) => [sprite.file, parseSprite(emitSvg(sprite).contents)]))
    : readSprites(builtSprites, config, command);
  const sources = new Map(context.sources.value.map((each) => [each.name, each]));
  const modeOf = colorModeLookup(config.color);
  const icons: VerifySubject[] = [];
  const notCompared: NotCompared[] = [];
  const diagnostics = problems.filter(({ severity }) => severity === 'error');
  for (const { file, icons: group } of builtSprites) {
    for (const icon of group) {
      const symbol = sprites.get(file)?.symbols.get(icon.id);
      const source = readSource(sources.get(icon.name), context.sets);
      if (symbol === undefined) {
        const args = { id: icon.id, sprite: displayFile(file, config), command };
        diagnostics.push(diagnose('symbol-missing', { file: icon.source.file, args }));
      } else if (source === undefined) {
        notCompared.push({ icon: iconInfo(icon), reason: 'its source cannot be read' });
      } else if (ANIMATION.test(symbol)) {
        notCompared.push({ icon: iconInfo(icon), reason: 'it is animated' });
      } else {
        const { id, facts } = icon;
        const mode = icon.source.meta.color ?? modeOf(icon.source.file);
        const isRecolored = mode !== 'keep' && /currentcolor/i.test(symbol);
        const { width, height } = facts;
        icons.push({
          ...iconInfo(icon),
          id,
          sprite: file,
          symbol,
          source,
          width,
          height,
          isRecolored,
        });
      }
    }
  }
  return { icons, notCompared, sprites, diagnostics };
}

/** Animations of SVG and CSS, also in images, whose text is escaped once for each level. */
const ANIMATION = /(?:<|%(?:25)*3C)(?:animate|set[\s%>])|(?:@|%(?:25)*40)keyframes/i;

function iconInfo({ name, source }: Icon): NotCompared['icon'] {
  return { name, file: source.file };
}

function readSource(source: SourceFile | undefined, sets: IconifySets): Uint8Array | undefined {
  if (!source) return undefined;
  try {
    const { path, entry } = source;
    return entry === undefined ? readFileSync(path) : sets.readIcon(path, entry);
  } catch {
    return undefined;
  }
}

/** @throws {BuildError} when one is missing. */
function readSprites(
  builtSprites: readonly Sprite[],
  config: ResolvedConfig,
  command: string,
): ReadonlyMap<string, SpriteText> {
  const sprites = new Map<string, SpriteText>();
  const missing: Diagnostic[] = [];
  for (const { file } of builtSprites) {
    try {
      const path = join(resolve(config.cwd, config.publicDir), file);
      sprites.set(file, parseSprite(readFileSync(path, 'utf8')));
    } catch {
      missing.push(
        diagnose('sprite-missing', { file: displayFile(file, config), args: { command } }),
      );
    }
  }
  if (missing.length > 0) throw new BuildError(missing);
  return sprites;
}

function displayFile(file: string, { cwd, publicDir }: ResolvedConfig): string {
  return displayPath(join(resolve(cwd, publicDir), file), cwd);
}
