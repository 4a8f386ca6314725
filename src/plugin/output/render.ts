import { primaryId } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import type { PluginProject } from '../project.ts';
import { directionalNames } from './directional-names.ts';
import type { Links } from './links.ts';
import { outputSprites } from './output-sprites.ts';
import type { SpriteRenderOptions } from './render-options.ts';
import {
  type CodeReplacement,
  type PlaceholderValues,
  placeholderEdits,
  type ReplacedCode,
  replacePlaceholders,
  type UrlCode,
} from './replace.ts';
import { selectIcons } from './select-icons.ts';
import type { RenderedSprite } from './sprite-files.ts';
import type { IconUsage, UsedIcons } from './used-icons.ts';

/** Sprites and replacements for a bundler's output, with only the icons that it uses. */
export interface Rendering {
  /** Sprites to write; none if they are in the page or another build writes them. */
  readonly files: readonly RenderedSprite[];
  /** All sprites that links lead to, also those that other builds write. */
  readonly sprites: readonly RenderedSprite[];
  readonly usage: IconUsage;
  /** Links to symbols in the code. */
  readonly links: Links;
  /** True if links lead into the page. */
  readonly isInline: boolean;
  readonly usedIcons: UsedIcons;
  /** Replaces the placeholders in the code of a chunk; `undefined` if it has none. */
  readonly replace: (code: string, urlCode: UrlCode) => ReplacedCode | undefined;
  /** The same as a list of replacements, for bundlers that apply them. */
  readonly edits: (code: string, urlCode: UrlCode) => readonly CodeReplacement[];
}

/**
 * Collects the icons that an output uses and creates their sprites.
 *
 * @param codes code of all chunks, or of all modules as in the chunks
 * @throws {BuildError} in a server build without the manifest of the client build, or with icons that
 * the client build did not write; when cached code of the bundler names icons that no longer exist.
 */
export function render(
  project: PluginProject,
  codes: readonly string[],
  options: SpriteRenderOptions,
): Rendering {
  const { server } = options;
  const { fileName } = project.settings;
  const filePattern = fileName === undefined ? options.pattern : () => fileName;
  const { usage, links, usedIcons, inSprites } = selectIcons(project, codes, options);
  const build = { ...options, project, usage, filePattern };
  const { sprites, files } = outputSprites(inSprites, build);
  const isInline = server?.client?.isInline ?? server?.isInline ?? usage.isInline;
  const values = placeholderValues(project, {
    icons: usedIcons.icons,
    linked: server?.client ? sprites.flatMap(({ sprite }) => sprite.icons) : usedIcons.icons,
    sprites,
    isInline,
  });
  const isWritten = !server || server.client !== undefined || server.writes === true;
  return {
    files: isWritten ? files.filter((file) => !isInline || !sprites.includes(file)) : [],
    sprites,
    usage,
    links,
    isInline,
    usedIcons,
    replace: (code, urlCode) => replacePlaceholders(code, values, urlCode),
    edits: (code, urlCode) => placeholderEdits(code, values, urlCode),
  };
}

/** Icons and sprites of an output. */
interface OutputIcons {
  /** Icons that the code uses. */
  readonly icons: readonly Icon[];
  /** Icons that links may lead to. */
  readonly linked: readonly Icon[];
  readonly sprites: readonly RenderedSprite[];
  readonly isInline: boolean;
}

function placeholderValues(
  { settings, catalog }: PluginProject,
  { icons, linked, sprites, isInline }: OutputIcons,
): PlaceholderValues {
  const { prefix, ids } = settings.config;
  return {
    idOf: (icon) => primaryId({ ...icon, file: icon.source.file }, { prefix, ids }),
    usedIcons: linked,
    nameOf: (nameOrAlias) => catalog().icon(nameOrAlias)?.name ?? nameOrAlias,
    files: sprites,
    isInline,
    directional: directionalNames(icons),
  };
}
