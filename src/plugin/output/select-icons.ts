import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';
import type { PluginProject } from '../project.ts';
import { collectSymbolIds, type Links, linksIn, type SymbolIds } from './links.ts';
import { createIdPruner } from './prune-ids.ts';
import type { SpriteRenderOptions } from './render-options.ts';
import { collectUsage, findUsedIcons, type IconUsage, type UsedIcons } from './used-icons.ts';

/** Icons that an output uses. */
export interface SelectedIcons {
  readonly usage: IconUsage;
  /** Links to symbols in the code. */
  readonly links: Links;
  readonly usedIcons: UsedIcons;
  /** Icons for sprites, with the ids that are needed; the others are in the pages. */
  readonly inSprites: readonly Icon[];
}

/**
 * Selects the icons that the code and the pages of an output use.
 *
 * @throws {BuildError} when cached code of the bundler names icons that no longer exist.
 */
export function selectIcons(
  project: PluginProject,
  codes: readonly string[],
  { keepsAll = false, needed = [], inPages = [] }: SpriteRenderOptions,
): SelectedIcons {
  const { settings } = project;
  const catalog = project.catalog();
  const codeUsage = collectUsage(codes, needed);
  rejectUnknownNames(codeUsage, needed, catalog);
  const symbols = collectSymbolIds(catalog, settings.config);
  const links = symbols.hasDistinctIds || codeUsage.isInline ? linksIn(codes, symbols) : NO_LINKS;
  const isDynamic = codeUsage.isDynamic || links.dynamicPrefixes.size > 0;
  const usage: IconUsage = { ...codeUsage, isDynamic };
  const linked = iconsWithIds(links.ids, symbols);
  const byWord = linkedByWord(links, symbols);
  const select = (icons: readonly Icon[]): UsedIcons =>
    findUsedIcons(usage, codes, catalog, settings, { icons, byWord });

  const inPage = new Set(settings.critical.map((name) => catalog.icon(name)));
  const pageIcons = iconsWithIds(inPages, symbols);
  if (!keepsAll && inPages.length > 0) {
    const usedInCode = new Set(select(linked).icons);
    for (const icon of pageIcons) if (!usedInCode.has(icon)) inPage.add(icon);
  }
  const usedIcons = keepsAll
    ? { icons: catalog.icons, isAll: true }
    : select([...linked, ...pageIcons]);
  const pruneIds = createIdPruner({ keepsAll, links, needed }, symbols);
  const inSprites = usedIcons.icons.filter((icon) => !inPage.has(icon)).map(pruneIds);
  return { usage, links, usedIcons, inSprites };
}

function iconsWithIds(ids: Iterable<string>, symbols: SymbolIds): readonly Icon[] {
  return [...ids].flatMap((id) => symbols.icon(id) ?? []);
}

/** Finds the icon that a string may be part of a link to. */
function linkedByWord(
  { dynamicPrefixes }: Links,
  symbols: SymbolIds,
): (word: string) => Icon | undefined {
  const heads = dynamicPrefixes.size > 0 ? [...dynamicPrefixes, ...symbols.prefixes] : [];
  return (word) =>
    heads.map((head) => symbols.icon(head + word)).find((icon) => icon !== undefined);
}

const NO_LINKS: Links = { ids: new Set(), dynamicPrefixes: new Set(), unknown: new Set() };

/** Rejects unknown names. Sources were checked, but a bundler may have cached older code. */
function rejectUnknownNames(
  { names }: IconUsage,
  needed: readonly string[],
  catalog: Catalog,
): void {
  const unknown = [...names].filter((name) => !catalog.icon(name) && !needed.includes(name));
  if (unknown.length === 0) return;
  const words = catalog.allNames();
  throw new BuildError(
    unknown.map((name) => {
      const args = { name, suggestion: suggestion(name, words) };
      return diagnose('icon-unknown', { file: 'output of the bundler', args });
    }),
  );
}
