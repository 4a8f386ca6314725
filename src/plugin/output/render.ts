import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Project } from '../project.ts';
import { directionalOf } from './directional.ts';
import { type SpriteFile, spriteFiles } from './files.ts';
import { type Kept, keptIcons, type Uses, usesIn } from './kept.ts';
import type { ClientRecord } from './record.ts';
import { type ReplacedCode, replacePlaceholders, type UrlCode } from './replace.ts';

/** What a bundler's output needs to hold just the icons that it uses. */
export interface Rendering {
  /** The sprites to write; none where they are in the page or another build wrote them. */
  readonly files: readonly SpriteFile[];
  /** All sprites, whoever wrote them. */
  readonly sprites: readonly SpriteFile[];
  readonly uses: Uses;
  readonly kept: Kept;
  /** Replaces the placeholders in the code of a chunk; `undefined` where it has none. */
  readonly replace: (code: string, urlCode: UrlCode) => ReplacedCode | undefined;
}

export interface RenderOptions {
  /** File of a sprite below the output folder, with `[name]` and `[hash]`; the option wins. */
  readonly fileName: string;
  /** Keeps all icons, as in development. Default: false. */
  readonly keepsAll?: boolean;
  /** In a server build: what the client build wrote, which is taken up instead of writing any. */
  readonly client?: ClientRecord | undefined;
}

/**
 * Counts what an output uses and makes the sprites of it.
 *
 * @param codes of all chunks, or of all modules as they stand in the chunks
 * @throws {BuildError} in a server build that uses icons which the client build did not write.
 */
export function render(
  project: Project,
  codes: readonly string[],
  { fileName, keepsAll = false, client }: RenderOptions,
): Rendering {
  const { settings } = project;
  const catalog = project.catalog();
  const uses = usesIn(codes);
  const kept = keepsAll
    ? { icons: catalog.icons, isAll: true }
    : keptIcons(uses, codes, catalog, settings);
  const isInline = client?.isInline ?? uses.isInline;
  const sprites = client
    ? spritesOf(client, kept, project)
    : spriteFiles(kept.icons, settings.config.split, settings.fileName ?? fileName);
  const inSprites = sprites.flatMap(({ sprite }) => sprite.icons);
  const replacements = {
    kept: inSprites,
    files: sprites,
    isInline,
    directional: directionalOf(inSprites),
  };
  return {
    files: isInline || client ? [] : sprites,
    sprites,
    uses,
    kept,
    replace: (code, urlCode) => replacePlaceholders(code, replacements, urlCode),
  };
}

/** What the client build wrote; it must be all that the server needs. */
function spritesOf(client: ClientRecord, kept: Kept, { catalog, settings }: Project): SpriteFile[] {
  const written = new Set(client.sprites.flatMap(({ icons }) => icons));
  const missing = kept.icons.filter(({ name }) => !written.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const names = missing.slice(0, 10).join(', ');
    const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
    const file = settings.config.configFile;
    throw new BuildError([diagnose('client-build-lacks', { file, args: { names: names + more } })]);
  }
  return client.sprites.map(({ name, fileName, icons }) => ({
    fileName,
    source: '',
    sprite: {
      name,
      file: fileName,
      icons: icons.flatMap((each) => catalog().icon(each) ?? []),
    },
  }));
}
