import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, kebabCase, nameFromPath } from '../core/names.ts';
import type { Checked, IconMeta } from '../core/types.ts';
import { LAYOUTS } from '../emit/layouts.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { checkIds } from '../sprite/check-ids.ts';
import { MAIN_SPRITE } from '../sprite/create.ts';
import { resolveAliases } from '../sprite/resolve-aliases.ts';
import type { Trail } from './cache/search.ts';
import { displayPath } from './display-path.ts';
import { expandIconify } from './expand-iconify.ts';
import { expandInput, type InputFile } from './expand-inputs.ts';
import { forgetIconifySets } from './iconify-set.ts';
import { lastBuild } from './last-build.ts';
import { type Listings, openListings } from './listings.ts';
import { readMetadata } from './metadata.ts';
import { packageProblem } from './package-inputs.ts';
import type { PassedOver } from './passed-over.ts';
import { unreadable } from './unreadable.ts';

interface NamedFile extends InputFile {
  readonly name: string;
}

/** Source file of one icon: found and named, not yet read. */
export interface Found {
  readonly name: string;
  /** Folder directly below the input that contains it, in kebab-case, or ''. */
  readonly folder: string;
  /** Absolute path. */
  readonly path: string;
  /** Name of the icon in a file that holds many. */
  readonly entry?: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly meta: IconMeta;
  /** Further names from metadata and configuration, sorted. */
  readonly aliases: readonly string[];
}

/** Source files that a search found, sorted by name. */
export interface Gathered extends Checked<readonly Found[]> {
  /** Missing if another search may find something else although no folder changed. */
  readonly trail?: Trail;
}

/** Finds and names all source files and reads their metadata. */
export async function gather(config: ResolvedConfig): Promise<Gathered> {
  const at = Date.now();
  const listings = openListings();
  const files = await findFiles(config, listings);
  const named = nameFiles(files.value);
  const alone = named.value.filter(({ entry }) => entry === undefined);
  const metas = await readMetadata(
    alone.map(({ path }) => path),
    config.cwd,
    listings,
  );
  const drawings = named.value.map((each): Found => {
    const { name, path, file, entry, meta } = each;
    const folder = folderOf(each);
    const said = meta ?? metas.value.get(path) ?? NOTHING_SAID;
    const aliases = said.aliases ?? NO_ALIASES;
    return { name, folder, path, file, meta: said, aliases, ...(entry !== undefined && { entry }) };
  });
  const { value, diagnostics } = resolveAliases(drawings, config.aliases, config.configFile);
  const clashes = checkIds(value, config);
  const folders = listings.digests(config.cwd);
  const { configFile } = config;
  return {
    ...(folders && { trail: { at, configFile, folders, metas: metas.files } }),
    value,
    diagnostics: [
      ...[...files.diagnostics, ...named.diagnostics],
      ...[...metas.diagnostics, ...diagnostics, ...clashes],
    ],
  };
}

const NOTHING_SAID: IconMeta = {};
const NO_ALIASES: readonly string[] = [];

/** Finds the files of all inputs. A file of several inputs counts once, for the first of them. */
async function findFiles(
  config: ResolvedConfig,
  listings: Listings,
): Promise<Checked<readonly InputFile[]>> {
  const { cwd, configFile } = config;
  const out = resolve(cwd, config.out);
  const publicDir = resolve(cwd, config.publicDir);
  const isNegative = (input: Input) => typeof input === 'string' && input.startsWith('!');
  const inputs = config.inputs.filter((input) => !isNegative(input));
  const negative = config.inputs.filter(isNegative).map((input) => String(input).slice(1));
  const problem = (code: 'input-empty' | 'out-is-input', input: string) =>
    diagnose(code, { file: configFile, args: { input, cwd, out: config.out } });
  if (inputs.length === 0) {
    return { value: [], diagnostics: [problem('input-empty', config.inputs.join(' '))] };
  }

  const diagnostics: Diagnostic[] = [];
  const exclude = [...config.exclude, ...negative];
  const found = new Map<string, InputFile>();
  const passedOver = new Map<string, PassedOver>();
  const add = (files: readonly InputFile[]) => {
    for (const file of files) if (!found.has(file.file)) found.set(file.file, file);
  };
  forgetIconifySets();
  for (const input of inputs) {
    if (typeof input !== 'string') {
      listings.giveUp();
      const expanded = expandIconify(input, config);
      add(expanded.value);
      diagnostics.push(...expanded.diagnostics);
      continue;
    }
    const path = resolve(cwd, input);
    if (path === out || path === publicDir) {
      diagnostics.push(problem('out-is-input', input));
      continue;
    }
    const expanded = await expandInput(input, cwd, exclude, listings);
    const isFile = expanded.files[0]?.path === path && ![out, publicDir].includes(dirname(path));
    const icons = isFile ? expanded.files : withoutOurs(expanded.files, config, listings);
    for (const passed of expanded.passedOver) {
      if (!passedOver.has(passed.file)) passedOver.set(passed.file, passed);
    }
    for (const { path: folder, error } of expanded.unreadable) {
      diagnostics.push(unreadable(`${displayPath(folder, cwd)}/`, error));
    }
    for (const { path: link, target } of expanded.outside) {
      const args = { target: displayPath(target, cwd) };
      diagnostics.push(diagnose('link-outside', { file: displayPath(link, cwd), args }));
    }
    const isSeen = expanded.unreadable.length === 0 && expanded.outside.length === 0;
    if (icons.length === 0 && isSeen) {
      diagnostics.push(packageProblem(input, config) ?? problem('input-empty', input));
    }
    add(icons);
  }
  const files = [...found.values()];
  for (const { file, ...args } of passedOver.values()) {
    const isTaken = (each: string) =>
      each === file || (file.endsWith('/') && each.startsWith(file));
    if (![...found.keys()].some(isTaken))
      diagnostics.push(diagnose('file-passed-over', { file, args: { ...args } }));
  }
  return { value: files, diagnostics: [...diagnostics, ...overwritten(files, config, publicDir)] };
}

/**
 * Leaves out files that earlier builds wrote: outputs of this build, or those that a package ships
 * beside its icons.
 */
function withoutOurs(
  files: readonly InputFile[],
  { cwd, out, publicDir, spriteFolder }: ResolvedConfig,
  listings: Listings,
): readonly InputFile[] {
  const built = new Map<string, ReadonlySet<string>>();
  const outFolder = resolve(cwd, out);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    // The sprites of this build may be in another folder than its manifest.
    if (folder === resolve(cwd, publicDir) && folder !== outFolder) {
      const sprites = lastBuild(outFolder, spriteFolder);
      built.set(folder, new Set(sprites.map((file) => file.slice(spriteFolder.length))));
      continue;
    }
    if (!existsSync(join(folder, MANIFEST_FILE))) continue;
    built.set(folder, new Set(lastBuild(folder)));
    // The manifest's list may change although the folder holds the same files.
    if (folder !== outFolder) listings.giveUp();
  }
  return built.size === 0
    ? files
    : files.filter(({ path }) => !built.get(dirname(path))?.has(basename(path)));
}

/** Reports source files at paths where a sprite would be written. */
function overwritten(
  files: readonly InputFile[],
  { split }: ResolvedConfig,
  publicDir: string,
): readonly Diagnostic[] {
  const inOut = files.filter(({ path }) => dirname(path) === publicDir);
  if (inOut.length === 0) return [];
  const folders = split === 'folder' ? files.map(folderOf) : [];
  const sprites = spriteFiles([MAIN_SPRITE, ...folders]);
  return inOut
    .filter(({ path }) => sprites.has(basename(path)) || isNumbered(basename(path), split))
    .map(({ file }) => diagnose('would-overwrite', { file }));
}

function isNumbered(name: string, split: ResolvedConfig['split']): boolean {
  return typeof split === 'number' && new RegExp(`^${MAIN_SPRITE}-\\d+\\.svg$`).test(name);
}

/** Folder directly below the input that contains a file, in kebab-case, or ''. */
function folderOf({ below }: InputFile): string {
  return below.includes('/') ? kebabCase(below.slice(0, below.indexOf('/'))) : '';
}

/** File names that sprites of these names are written to. */
function spriteFiles(sprites: readonly string[]): ReadonlySet<string> {
  const endings = ['', ...Object.keys(LAYOUTS).map((layout) => `-${layout}`)];
  return new Set(sprites.flatMap((name) => endings.map((ending) => `${name}${ending}.svg`)));
}

/** Characters of an unusable name that are not on every keyboard, by code point. */
function foundIn(below: string): string {
  const stem = below.replace(/\.svg$/i, '');
  const odd = [...new Set(stem.match(/[^ -~]/gu) ?? [])].slice(0, 8);
  return odd.length === 0 ? '' : `, only ${codePoints(odd)}`;
}

/** File name for a message; if it looks like the other one, with the characters that differ. */
function apart(file: string, other: string): string {
  const shown = (text: string) => text.normalize('NFC').replace(INVISIBLE, '');
  if (file === other || shown(file) !== shown(other)) return file;
  const [own, theirs] = [new Set(file), new Set(other)];
  const only = [...own].filter((character) => !theirs.has(character));
  const others = [...theirs].filter((character) => !own.has(character));
  const how =
    only.length > 0 ? `written with ${codePoints(only)}` : `without ${codePoints(others)}`;
  return `${file} (${how})`;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

function codePoints(characters: readonly string[]): string {
  const codeOf = (character: string) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return characters.map((character) => `U+${codeOf(character)}`).join(', ');
}

function nameFiles(files: readonly InputFile[]): Checked<readonly NamedFile[]> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, NamedFile[]>();
  for (const file of files) {
    const name = nameFromPath(file.below);
    if (name === '') {
      const args = { found: foundIn(file.below) };
      diagnostics.push(diagnose('name-empty', { file: file.file, args }));
    } else {
      const group = groups.get(name);
      if (group) group.push({ ...file, name });
      else groups.set(name, [{ ...file, name }]);
    }
  }
  const named: NamedFile[] = [];
  for (const [name, group] of groups) {
    const [first, ...others] = group.sort((a, b) => byCodeUnit(a.file, b.file));
    if (first && others.length === 0) named.push(first);
    for (const { file } of others) {
      const other = apart(first?.file ?? '', file);
      diagnostics.push(diagnose('name-clash', { file, args: { name, other } }));
    }
  }
  return { value: named.sort((a, b) => byCodeUnit(a.name, b.name)), diagnostics };
}
