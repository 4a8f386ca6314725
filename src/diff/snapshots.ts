import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import globParent from 'glob-parent';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { cacheFolderOf } from '../node/cache/build-cache.ts';
import { META_ENDING } from '../node/metadata.ts';
import { loadIcons } from '../pipeline/load-icons.ts';
import type { Repository } from './git.ts';
import type { IconSnapshot } from './model.ts';

/** Icons of the working tree. @throws {BuildError} when the inputs are missing. */
export async function workingTreeSnapshot(config: ResolvedConfig): Promise<IconSnapshot> {
  const { value, diagnostics } = await loadIcons(withoutPackages(config));
  if (diagnostics.some(isUsageProblem)) throw new BuildError(diagnostics);
  return { label: 'working tree', icons: value, diagnostics };
}

/**
 * Icons of a commit, with the current configuration: reading that of the commit would execute it.
 */
export async function commitSnapshot(
  config: ResolvedConfig,
  repository: Repository,
  { commit, label }: { readonly commit: string; readonly label: string },
): Promise<IconSnapshot> {
  const { top } = repository;
  const roots = inputRoots(config).map((root) => relativePath(root, top));
  const sourceFiles = repository.files(commit).filter(({ path, size }) => {
    const isWanted = /\.svg$/i.test(path) || path.endsWith(META_ENDING);
    return isWanted && size <= config.limits.bytes && roots.some((root) => isInside(path, root));
  });
  const contents = repository.contents(sourceFiles);
  return withTempFolder(async (folder) => {
    sourceFiles.forEach(({ path }, index) => {
      writeInside(folder, path, contents[index] ?? Buffer.alloc(0));
    });
    const relocate = (input: string) => {
      if (!isAbsolute(input)) return input;
      return join(folder, relativePath(input, top));
    };
    const cwd = join(folder, relativePath(config.cwd, top));
    mkdirSync(cwd, { recursive: true });
    return loadSnapshot(config, label, {
      cwd,
      inputs: config.inputs.map((each) => (typeof each === 'string' ? relocate(each) : each)),
    });
  });
}

/** Icons of a folder. @throws {BuildError} when there are none. */
export async function folderSnapshot(
  config: ResolvedConfig,
  folder: string,
  label: string,
): Promise<IconSnapshot> {
  const folderConfig = { ...config, inputs: [folder], exclude: [], aliases: {} };
  const { value, diagnostics } = await loadIcons(folderConfig);
  if (diagnostics.some(isUsageProblem)) throw new BuildError(diagnostics);
  return { label, icons: value, diagnostics: diagnostics.map((each) => asWarning(each, label)) };
}

/** Icons of sources, which are written to a temporary folder. */
export async function sourcesSnapshot(
  config: ResolvedConfig,
  sources: ReadonlyMap<string, string>,
  label: string,
): Promise<IconSnapshot> {
  return withTempFolder(async (cwd) => {
    for (const [path, text] of sources) writeInside(cwd, path, Buffer.from(text));
    return loadSnapshot(config, label, { cwd, inputs: ['.'], exclude: [], aliases: {} });
  });
}

async function loadSnapshot(
  config: ResolvedConfig,
  label: string,
  overrides: Partial<ResolvedConfig>,
): Promise<IconSnapshot> {
  // Cached icons are valid for sources in any folder.
  const cache = config.cache === false ? false : cacheFolderOf(config);
  const { value, diagnostics } = await loadIcons(
    withoutPackages({ ...config, ...overrides, cache }),
  );
  // Missing inputs are no error: all icons are new then.
  const reported = diagnostics.filter((each) => !isUsageProblem(each));
  return { label, icons: value, diagnostics: reported.map((each) => asWarning(each, label)) };
}

/** Turns problems of an old state, which cannot be fixed any more, into warnings. */
function asWarning({ picture: _, ...diagnostic }: Diagnostic, label: string): Diagnostic {
  return { ...diagnostic, severity: 'warning', file: `${label}:${diagnostic.file}` };
}

/** Configuration without inputs from installed packages, which are not in the history. */
function withoutPackages(config: ResolvedConfig): ResolvedConfig {
  const inputs = config.inputs.filter(
    (input) => typeof input === 'string' && !/(^|[\\/])node_modules[\\/]/.test(input),
  );
  return { ...config, inputs };
}

/** Absolute paths of the folders that contain inputs. */
function inputRoots({ inputs, cwd }: ResolvedConfig): readonly string[] {
  return inputs.flatMap((input) => {
    if (typeof input !== 'string' || input.startsWith('!')) return [];
    const isGlob = /[*?{}[\]()!]/.test(input);
    if (isGlob) return [resolve(cwd, globParent(input))];
    const path = resolve(cwd, input);
    return [/\.svg$/i.test(input) ? dirname(path) : path];
  });
}

function relativePath(path: string, top: string): string {
  return relative(top, path).split(sep).join('/');
}

function isInside(path: string, root: string): boolean {
  return root === '' || path.startsWith(`${root}/`);
}

function writeInside(folder: string, path: string, contents: Uint8Array): void {
  const target = resolve(folder, path);
  // Names in a repository can be anything.
  if (!target.startsWith(folder + sep) || existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contents);
}

async function withTempFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-diff-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
