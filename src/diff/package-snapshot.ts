import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { symbolToSvg } from '../core/symbol.ts';
import { tryStat } from '../node/files.ts';
import { readIconifySet } from '../node/iconify-sets.ts';
import { META_ENDING } from '../node/metadata.ts';
import { loadIcons } from '../pipeline/load-icons.ts';
import type { IconSnapshot } from './model.ts';
import { folderSnapshot, sourcesSnapshot } from './snapshots.ts';

/** Folders in which packages have their SVG files. */
const ICON_FOLDERS = ['icons', 'svg', 'svgs', 'dist/icons', 'dist/svg', 'assets/icons'];
const MANIFESTS = ['manifest.json', 'dist/manifest.json'];

/**
 * Loads the icons of an installed package: from a sprite and manifest of iconloom, from an Iconify
 * set, or from a folder of SVG files, which may follow its name: `@tabler/icons/icons/outline`.
 * Nothing is downloaded.
 *
 * @throws {BuildError} when it is not installed or has no icons.
 */
export async function packageSnapshot(config: ResolvedConfig, spec: string): Promise<IconSnapshot> {
  const [, name = spec, subfolder] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(spec) ?? [];
  const folder = findPackageFolder(name, config.cwd);
  const label = `${name}@${versionOf(folder)}`;
  if (subfolder !== undefined) {
    const path = join(folder, subfolder);
    if (containsSvg(path)) return folderSnapshot(config, path, label);
    throwUnusable(spec, `the package has no folder ${subfolder} with SVG files`);
  }
  for (const path of MANIFESTS.map((each) => join(folder, each))) {
    const sources = readManifestSources(path);
    if (sources) return sourcesSnapshot(config, sources, label);
  }
  if (isIconify(join(folder, 'icons.json'))) {
    const { value, diagnostics } = await loadIcons({
      ...config,
      inputs: [{ from: name }],
      aliases: {},
    });
    return { label, icons: value, diagnostics };
  }
  const found = ICON_FOLDERS.map((each) => join(folder, each)).find(containsSvg);
  if (found !== undefined) return folderSnapshot(config, found, label);
  return throwUnusable(spec, 'it has no icons in a known folder');
}

function throwUnusable(what: string, reason: string): never {
  const fix = 'Add the folder of its SVG files to the name: --package name/folder.';
  throw new BuildError([
    diagnose('diff-unusable', { file: 'command line', args: { what, reason, fix } }),
  ]);
}

function findPackageFolder(name: string, cwd: string): string {
  const isName = /^(@[\w.-]+\/)?[\w.-]+$/.test(name) && !/(^|\/)\.\.?($|\/)/.test(name);
  for (let at = cwd; isName; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === dirname(at)) break;
  }
  const args = {
    what: name,
    reason: 'the package is not installed',
    fix: 'Install it first, in any version: npm install --no-save name@version.',
  };
  throw new BuildError([diagnose('diff-unusable', { file: 'command line', args })]);
}

/** Other packages have an icons.json, too. */
function isIconify(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    readIconifySet(path);
    return true;
  } catch {
    return false;
  }
}

function versionOf(folder: string): string {
  const { version } = readJson(join(folder, 'package.json')) as { readonly version?: unknown };
  return typeof version === 'string' ? version : '?';
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function containsSvg(folder: string): boolean {
  if (!tryStat(folder)?.isDirectory()) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((each) =>
    /\.svg$/i.test(each),
  );
}

interface PackageManifestIcon {
  readonly sprite: string;
  readonly id: string;
  readonly origin?: string;
  readonly [key: string]: unknown;
}

/** Keys of metadata that a manifest contains. */
const META_KEYS = [
  'title',
  'category',
  'tags',
  'aliases',
  'displayName',
  'directional',
  'trademark',
  'deprecated',
];
const CREDIT_KEYS = ['license', 'author'];

/** Sources and metadata from a manifest and its sprites; `undefined` for other files. */
function readManifestSources(path: string): ReadonlyMap<string, string> | undefined {
  const manifest = readJson(path) as {
    readonly version?: unknown;
    readonly sprites?: Readonly<Record<string, { readonly file: string }>>;
    readonly icons?: Readonly<Record<string, PackageManifestIcon>>;
  };
  const { sprites, icons } = manifest;
  if (manifest.version !== 1 || !sprites || !icons) return undefined;
  const texts = new Map<string, string>();
  const textOf = (sprite: string) => {
    const file = sprites[sprite]?.file;
    if (file === undefined || !/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(file)) return '';
    const content = texts.get(file) ?? readText(join(dirname(path), file));
    texts.set(file, content);
    return content;
  };
  const sources = new Map<string, string>();
  for (const [name, icon] of Object.entries(icons)) {
    const symbol = extractSymbol(textOf(icon.sprite), icon.id);
    if (symbol === undefined) continue;
    const entries = [...META_KEYS, ...CREDIT_KEYS].flatMap((key) => {
      const value = icon[key];
      const isUnset = value === undefined || value === null || value === false;
      return isUnset || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]];
    });
    const meta = { ...Object.fromEntries(entries), ...(icon.origin && { source: icon.origin }) };
    const size = ` width="${Number(icon.width)}" height="${Number(icon.height)}"`;
    sources.set(`${name}.svg`, symbolToSvg(symbol, icon.id, size));
    sources.set(`${name}${META_ENDING}`, JSON.stringify(meta));
  }
  return sources;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Symbol of a sprite, with nested symbols. */
function extractSymbol(sprite: string, id: string): string | undefined {
  const start = sprite.indexOf(`<symbol id="${id}"`);
  if (start < 0) return undefined;
  const tags = /<(\/?)symbol\b/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(sprite); tag; tag = tags.exec(sprite)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return `${sprite.slice(start, tag.index)}</symbol>`;
  }
  return undefined;
}
