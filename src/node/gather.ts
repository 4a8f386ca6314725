import { basename, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, nameFromPath } from '../core/names.ts';
import type { Checked, IconMeta } from '../core/types.ts';
import { LAYOUTS } from '../emit/layouts.ts';
import { MAIN_SPRITE } from '../sprite/create.ts';
import { displayPath, expandInput, type InputFile } from './expand-inputs.ts';
import { lastBuild } from './last-build.ts';
import { readMetadata } from './metadata.ts';
import { unreadable } from './unreadable.ts';

interface NamedFile extends InputFile {
  readonly name: string;
}

/** A drawing that was found and named, and not yet read. */
export interface Found {
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly meta: IconMeta;
}

/** The drawings, and the names of all that were found, those with problems too. */
export interface Gathered extends Checked<readonly Found[]> {
  readonly names: readonly string[];
}

/** Finds and names all drawings, and reads what is said of them, sorted by name. */
export async function gather(config: ResolvedConfig): Promise<Gathered> {
  const files = await findFiles(config);
  const named = nameFiles(files.value);
  const metas = await readMetadata(
    named.value.map(({ path }) => path),
    config.cwd,
  );
  return {
    value: named.value.map(({ name, path, file }) => {
      return { name, path, file, meta: metas.value.get(path) ?? {} };
    }),
    names: named.value.map(({ name }) => name),
    diagnostics: [...files.diagnostics, ...named.diagnostics, ...metas.diagnostics],
  };
}

/** A file that several inputs stand for counts once, by the first of them. */
async function findFiles(config: ResolvedConfig): Promise<Checked<readonly InputFile[]>> {
  const { cwd, configFile } = config;
  const out = resolve(cwd, config.out);
  const isNegative = (input: string) => input.startsWith('!');
  const inputs = config.inputs.filter((input) => !isNegative(input));
  const negative = config.inputs.filter(isNegative).map((input) => input.slice(1));
  const problem = (code: 'input-empty' | 'out-is-input', input: string) =>
    diagnose(code, { file: configFile, args: { input, cwd, out: config.out } });
  if (inputs.length === 0) {
    return { value: [], diagnostics: [problem('input-empty', config.inputs.join(' '))] };
  }

  const diagnostics: Diagnostic[] = [];
  const sprites = spritePaths(out);
  const found = new Map<string, InputFile>();
  for (const input of inputs) {
    if (resolve(cwd, input) === out) {
      diagnostics.push(problem('out-is-input', input));
      continue;
    }
    const expanded = await expandInput(input, cwd, [...config.exclude, ...negative]);
    const overwritten = expanded.files.filter(({ path }) => sprites.has(path));
    // The manifest of a large build takes its time to read, and hardly anyone's inputs hold sprites.
    const ours = new Set(overwritten.length > 0 ? lastBuild(out) : []);
    const isOurs = ({ path }: InputFile) => sprites.has(path) && ours.has(basename(path));
    const icons = expanded.files.filter((icon) => !isOurs(icon));
    for (const { path, error } of expanded.unreadable) {
      diagnostics.push(unreadable(`${displayPath(path, cwd)}/`, error));
    }
    if (icons.length === 0 && expanded.unreadable.length === 0)
      diagnostics.push(problem('input-empty', input));
    for (const icon of icons) {
      if (sprites.has(icon.path)) {
        diagnostics.push(diagnose('would-overwrite', { file: icon.file }));
      }
      if (!found.has(icon.path)) found.set(icon.path, icon);
    }
  }
  return { value: [...found.values()], diagnostics };
}

/** Paths that sprites may have in the output folder. */
function spritePaths(out: string): ReadonlySet<string> {
  const names = [MAIN_SPRITE, ...Object.keys(LAYOUTS).map((layout) => `${MAIN_SPRITE}-${layout}`)];
  return new Set(names.map((name) => resolve(out, `${name}.svg`)));
}

function nameFiles(files: readonly InputFile[]): Checked<readonly NamedFile[]> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, NamedFile[]>();
  for (const file of files) {
    const name = nameFromPath(file.below);
    if (name === '') diagnostics.push(diagnose('name-empty', { file: file.file }));
    else groups.set(name, [...(groups.get(name) ?? []), { ...file, name }]);
  }
  const named: NamedFile[] = [];
  for (const [name, group] of groups) {
    const [first, ...others] = group.sort((a, b) => byCodeUnit(a.file, b.file));
    if (first && others.length === 0) named.push(first);
    for (const { file } of others) {
      diagnostics.push(diagnose('name-clash', { file, args: { name, other: first?.file ?? '' } }));
    }
  }
  return { value: named.sort((a, b) => byCodeUnit(a.name, b.name)), diagnostics };
}
