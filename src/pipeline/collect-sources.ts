import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Input, ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { kebabCase } from '../core/names.ts';
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
import { checkDisplayNames } from '../sprite/check-display-names.ts';
import { checkIds } from '../sprite/check-ids.ts';
import { MAIN_SPRITE } from '../sprite/create-sprites.ts';
import { resolveAliases } from '../sprite/resolve-aliases.ts';
import { expandIconify } from './expand-iconify.ts';
import { type ExpandedInput, expandInput, type InputFile } from './expand-inputs.ts';
import { nameFiles } from './name-files.ts';
import type { SkippedFile } from './skipped-files.ts';

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
  const resolved = resolveAliases(sources, config.aliases, config.configFile);
  const { value, diagnostics } = checkDisplayNames(resolved.value);
  const clashes = checkIds(value, config);
  const folders = directories.digests(config.cwd);
  const { configFile } = config;
  return {
    ...(folders && { globSnapshot: { takenAt, configFile, folders, metas: metas.files } }),
    value,
    diagnostics: [
      ...files.diagnostics,
      ...named.diagnostics,
      ...metas.diagnostics,
      ...resolved.diagnostics,
      ...diagnostics,
      ...clashes,
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
    const problems = searchProblems(expanded, cwd);
    diagnostics.push(...problems);
    if (icons.length === 0 && problems.length === 0) {
      diagnostics.push(packageProblem(input, config) ?? problem('input-empty', input));
    }
    add(icons);
  }
  const files = [...byFile.values()];
  return {
    value: files,
    diagnostics: [
      ...diagnostics,
      ...skippedDiagnostics([...skipped.values()], [...byFile.keys()]),
      ...findOverwritten(files, config, publicDir),
    ],
  };
}

/** Reports folders that a search could not read, and links that it did not follow. */
function searchProblems(
  { unreadable, outsideLinks }: ExpandedInput,
  cwd: string,
): readonly Diagnostic[] {
  return [
    ...unreadable.map(({ path, error }) =>
      unreadableDiagnostic(`${displayPath(path, cwd)}/`, error),
    ),
    ...outsideLinks.map(({ path, target }) => {
      const args = { target: displayPath(target, cwd) };
      return diagnose('link-outside', { file: displayPath(path, cwd), args });
    }),
  ];
}

/** Reports skipped files, except those that another input includes. */
function skippedDiagnostics(
  skippedFiles: readonly SkippedFile[],
  included: readonly string[],
): readonly Diagnostic[] {
  return skippedFiles.flatMap(({ file, ...args }) => {
    const isIncluded = (each: string) =>
      each === file || (file.endsWith('/') && each.startsWith(file));
    return included.some(isIncluded) ? [] : diagnose('file-passed-over', { file, args });
  });
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
