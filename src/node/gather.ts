import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { overLimit } from '../core/limits.ts';
import { byCodeUnit, nameFromPath } from '../core/names.ts';
import type { Checked, IconMeta, Limits, Source } from '../core/types.ts';
import { LAYOUTS } from '../emit/layouts.ts';
import { decodeSvg } from '../icon/decode.ts';
import { MAIN_SPRITE } from '../sprite/create.ts';
import { displayPath, expandInput, type InputFile } from './expand-inputs.ts';
import { lastBuild } from './last-build.ts';
import { readMetadata } from './metadata.ts';

/** Files read at a time: enough to keep the disk busy, far below the limits on open files. */
const BATCH = 256;

interface NamedFile extends InputFile {
  readonly name: string;
}

/** The sources, and the names of all files that were found, those with problems too. */
export interface Gathered extends Checked<readonly Source[]> {
  readonly names: readonly string[];
}

/** Finds, names, reads and decodes all icons, sorted by name. Files with problems are left out. */
export async function gather(config: ResolvedConfig): Promise<Gathered> {
  const files = await findFiles(config);
  const named = nameFiles(files.value);
  const metas = await readMetadata(
    named.value.map(({ path }) => path),
    config.cwd,
  );
  const sources: Source[] = [];
  const diagnostics = [...files.diagnostics, ...named.diagnostics, ...metas.diagnostics];
  for (let start = 0; start < named.value.length; start += BATCH) {
    const batch = named.value.slice(start, start + BATCH);
    const read = await Promise.all(
      batch.map((file) => readSource(file, metas.value.get(file.path) ?? {}, config.limits)),
    );
    for (const result of read) {
      if ('svg' in result) sources.push(result);
      else diagnostics.push(result);
    }
  }
  return { value: sources, names: named.value.map(({ name }) => name), diagnostics };
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
  const overwritten = await spriteFiles(out);
  const found = new Map<string, InputFile>();
  for (const input of inputs) {
    if (resolve(cwd, input) === out) {
      diagnostics.push(problem('out-is-input', input));
      continue;
    }
    const expanded = await expandInput(input, cwd, [...config.exclude, ...negative]);
    const icons = expanded.files.filter(({ path }) => !overwritten.ours.has(path));
    for (const { path, error } of expanded.unreadable) {
      diagnostics.push(unreadable(`${displayPath(path, cwd)}/`, error));
    }
    if (icons.length === 0 && expanded.unreadable.length === 0)
      diagnostics.push(problem('input-empty', input));
    for (const icon of icons) {
      if (overwritten.others.has(icon.path)) {
        diagnostics.push(diagnose('would-overwrite', { file: icon.file }));
      }
      if (!found.has(icon.path)) found.set(icon.path, icon);
    }
  }
  return { value: [...found.values()], diagnostics };
}

/** Sprites in the output folder: those that the last build wrote, and those that it did not. */
async function spriteFiles(
  out: string,
): Promise<{ ours: ReadonlySet<string>; others: ReadonlySet<string> }> {
  const last = new Set(await lastBuild(out));
  const names = [MAIN_SPRITE, ...Object.keys(LAYOUTS).map((layout) => `${MAIN_SPRITE}-${layout}`)];
  const files = names.map((name) => `${name}.svg`);
  const paths = (isOurs: boolean) =>
    new Set(files.filter((file) => last.has(file) === isOurs).map((file) => resolve(out, file)));
  return { ours: paths(true), others: paths(false) };
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

async function readSource(
  { path, file, name }: NamedFile,
  meta: IconMeta,
  limits: Limits,
): Promise<Source | Diagnostic> {
  let bytes: Buffer;
  try {
    // Asked first, so that a huge file is not read only to be refused.
    const found = await stat(path);
    if (!found.isFile()) {
      return diagnose('file-unreadable', { file, args: { reason: 'it is not a regular file.' } });
    }
    if (found.size > limits.bytes) return overLimit(file, 'bytes', limits);
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(file, error as NodeJS.ErrnoException);
  }
  const svg = decodeSvg(bytes, file);
  if (typeof svg !== 'string') return svg;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { file, name, svg, hash, bytes: bytes.length, meta };
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): Diagnostic {
  return diagnose('file-unreadable', {
    file,
    args: { reason: READ_ERRORS[code ?? ''] ?? message },
  });
}

/** System errors in words. */
const READ_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  ENOENT: 'it is gone, or a link to a file that does not exist.',
  ELOOP: 'it is a link that leads back to itself.',
};
