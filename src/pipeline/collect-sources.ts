import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, kebabCase, nameFromPath } from '../core/names.ts';
import type { IconMeta, Result } from '../core/types.ts';
import { LAYOUTS } from '../emit/layouts.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import type { GlobSnapshot } from '../node/cache/glob-cache.ts';
import { type DirectoryCache, openDirectoryCache } from '../node/directory-cache.ts';
import { displayPath } from '../node/display-path.ts';
import { IconifySets } from '../node/iconify-sets.ts';
import { readMetadata } from '../node/metadata.ts';
import { packageProblem } from '../node/package-inputs.ts';
import { previousOutputs } from '../node/previous-outputs.ts';
import { unreadableDiagnostic } from '../node/unreadable.ts';
import { checkIds } from '../sprite/check-ids.ts';
import { MAIN_SPRITE } from '../sprite/create-sprites.ts';
import { resolveAliases } from '../sprite/resolve-aliases.ts';
import { expandIconify } from './expand-iconify.ts';
import { expandInput, type InputFile } from './expand-inputs.ts';
import type { SkippedFile } from './skipped-files.ts';

interface NamedSource extends InputFile {
  readonly name: string;
}

/** Source file of one icon: found and named, not yet read. */
export interface SourceFile {
  readonly name: string;
  /** Folder directly below the input that contains it, in kebab-case, or ''. */
  readonly folder: string;
  /** Absolute path. */
  readonly path: string;
  /** Name of the icon in a file that has many, such as an Iconify set. */
  readonly entry?: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly meta: IconMeta;
  /** Further names from metadata and configuration, sorted. */
  readonly aliases: readonly string[];
}

/** Source files that a search found, sorted by name. */
export interface Sources extends Result<readonly SourceFile[]> {
  /** Missing if another search may find something else although no folder changed. */
  readonly globSnapshot?: GlobSnapshot;
}

/** Finds and names all source files and reads their metadata. Reads Iconify sets again. */
export async function collectSources(
  config: ResolvedConfig,
  sets: IconifySets = new IconifySets(),
): Promise<Sources> {
  sets.clear();
  const takenAt = Date.now();
  const directories = openDirectoryCache();
  const files = await findFiles(config, directories, sets);
  const named = nameFiles(files.value);
  const standalone = named.value.filter(({ entry }) => entry === undefined);
  const metas = await readMetadata(
    standalone.map(({ path }) => path),
    config.cwd,
    directories,
  );
  const sources = named.value.map((each): SourceFile => {
    const { name, path, file, entry, meta } = each;
    const folder = folderOf(each);
    const metadata = meta ?? metas.value.get(path) ?? NO_METADATA;
    const aliases = metadata.aliases ?? NO_ALIASES;
    return {
      name,
      folder,
      path,
      file,
      meta: metadata,
      aliases,
      ...(entry !== undefined && { entry }),
    };
  });
  const { value, diagnostics } = resolveAliases(sources, config.aliases, config.configFile);
  const clashes = checkIds(value, config);
  const folders = directories.digests(config.cwd);
  const { configFile } = config;
  return {
    ...(folders && { globSnapshot: { takenAt, configFile, folders, metas: metas.files } }),
    value,
    diagnostics: [
      ...[...files.diagnostics, ...named.diagnostics],
      ...[...metas.diagnostics, ...diagnostics, ...clashes],
    ],
  };
}

const NO_METADATA: IconMeta = {};
const NO_ALIASES: readonly string[] = [];

/** Finds the files of all inputs. A file of several inputs counts once, for the first of them. */
async function findFiles(
  config: ResolvedConfig,
  directories: DirectoryCache,
  sets: IconifySets,
): Promise<Result<readonly InputFile[]>> {
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
  const byFile = new Map<string, InputFile>();
  const skipped = new Map<string, SkippedFile>();
  const add = (files: readonly InputFile[]) => {
    for (const file of files) if (!byFile.has(file.file)) byFile.set(file.file, file);
  };
  for (const input of inputs) {
    if (typeof input !== 'string') {
      directories.markUncacheable();
      const expanded = expandIconify(input, config, sets);
      add(expanded.value);
      diagnostics.push(...expanded.diagnostics);
      continue;
    }
    const path = resolve(cwd, input);
    if (path === out || path === publicDir) {
      diagnostics.push(problem('out-is-input', input));
      continue;
    }
    const expanded = await expandInput(input, cwd, exclude, directories);
    const isFile = expanded.files[0]?.path === path && ![out, publicDir].includes(dirname(path));
    const icons = isFile ? expanded.files : withoutOutputs(expanded.files, config, directories);
    for (const skippedFile of expanded.skippedFiles) {
      if (!skipped.has(skippedFile.file)) skipped.set(skippedFile.file, skippedFile);
    }
    for (const { path: folder, error } of expanded.unreadable) {
      diagnostics.push(unreadableDiagnostic(`${displayPath(folder, cwd)}/`, error));
    }
    for (const { path: link, target } of expanded.outsideLinks) {
      const args = { target: displayPath(target, cwd) };
      diagnostics.push(diagnose('link-outside', { file: displayPath(link, cwd), args }));
    }
    const isFullyRead = expanded.unreadable.length === 0 && expanded.outsideLinks.length === 0;
    if (icons.length === 0 && isFullyRead) {
      diagnostics.push(packageProblem(input, config) ?? problem('input-empty', input));
    }
    add(icons);
  }
  const files = [...byFile.values()];
  for (const { file, ...args } of skipped.values()) {
    const isIncluded = (each: string) =>
      each === file || (file.endsWith('/') && each.startsWith(file));
    if (![...byFile.keys()].some(isIncluded))
      diagnostics.push(diagnose('file-passed-over', { file, args: { ...args } }));
  }
  return {
    value: files,
    diagnostics: [...diagnostics, ...findOverwritten(files, config, publicDir)],
  };
}

/**
 * Leaves out files that earlier builds wrote: outputs of this build, or those that a package ships
 * beside its icons.
 */
function withoutOutputs(
  files: readonly InputFile[],
  { cwd, out, publicDir, spriteFolder }: ResolvedConfig,
  directories: DirectoryCache,
): readonly InputFile[] {
  const outputsByFolder = new Map<string, ReadonlySet<string>>();
  const outFolder = resolve(cwd, out);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    // The sprites of this build may be in another folder than its manifest.
    if (folder === resolve(cwd, publicDir) && folder !== outFolder) {
      const sprites = previousOutputs(outFolder, spriteFolder);
      outputsByFolder.set(folder, new Set(sprites.map((file) => file.slice(spriteFolder.length))));
      continue;
    }
    if (!existsSync(join(folder, MANIFEST_FILE))) continue;
    outputsByFolder.set(folder, new Set(previousOutputs(folder)));
    // The manifest's list may change although the folder holds the same files.
    if (folder !== outFolder) directories.markUncacheable();
  }
  return outputsByFolder.size === 0
    ? files
    : files.filter(({ path }) => !outputsByFolder.get(dirname(path))?.has(basename(path)));
}

/** Reports source files at paths where a sprite would be written. */
function findOverwritten(
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
function folderOf({ pathInInput }: InputFile): string {
  return pathInInput.includes('/') ? kebabCase(pathInInput.slice(0, pathInInput.indexOf('/'))) : '';
}

/** File names that sprites of these names are written to. */
function spriteFiles(sprites: readonly string[]): ReadonlySet<string> {
  const endings = ['', ...Object.keys(LAYOUTS).map((layout) => `-${layout}`)];
  return new Set(sprites.flatMap((name) => endings.map((ending) => `${name}${ending}.svg`)));
}

/** Characters of an unusable name that are not on every keyboard, by code point. */
function describeUnusable(pathInInput: string): string {
  const stem = pathInInput.replace(/\.svg$/i, '');
  const unusable = [...new Set(stem.match(/[^ -~]/gu) ?? [])].slice(0, 8);
  return unusable.length === 0 ? '' : `, only ${codePoints(unusable)}`;
}

/** File name for a message; if it looks like the other one, with the characters that differ. */
function describeLookAlike(file: string, other: string): string {
  const visible = (text: string) => text.normalize('NFC').replace(INVISIBLE, '');
  if (file === other || visible(file) !== visible(other)) return file;
  const [ownCharacters, otherCharacters] = [new Set(file), new Set(other)];
  const only = [...ownCharacters].filter((character) => !otherCharacters.has(character));
  const others = [...otherCharacters].filter((character) => !ownCharacters.has(character));
  const difference =
    only.length > 0 ? `written with ${codePoints(only)}` : `without ${codePoints(others)}`;
  return `${file} (${difference})`;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

function codePoints(characters: readonly string[]): string {
  const codeOf = (character: string) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return characters.map((character) => `U+${codeOf(character)}`).join(', ');
}

function nameFiles(files: readonly InputFile[]): Result<readonly NamedSource[]> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, NamedSource[]>();
  for (const file of files) {
    const name = nameFromPath(file.pathInInput);
    if (name === '') {
      const args = { found: describeUnusable(file.pathInInput) };
      diagnostics.push(diagnose('name-empty', { file: file.file, args }));
    } else {
      const group = groups.get(name);
      if (group) group.push({ ...file, name });
      else groups.set(name, [{ ...file, name }]);
    }
  }
  const named: NamedSource[] = [];
  for (const [name, group] of groups) {
    const [first, ...others] = group.sort((a, b) => byCodeUnit(a.file, b.file));
    if (first && others.length === 0) named.push(first);
    for (const { file } of others) {
      const other = describeLookAlike(first?.file ?? '', file);
      diagnostics.push(diagnose('name-clash', { file, args: { name, other } }));
    }
  }
  return { value: named.sort((a, b) => byCodeUnit(a.name, b.name)), diagnostics };
}
