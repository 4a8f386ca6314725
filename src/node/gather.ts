import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, nameFromPath } from '../core/names.ts';
import type { Checked, IconMeta, Source } from '../core/types.ts';
import { LAYOUTS } from '../emit/layouts.ts';
import { decodeSvg } from '../icon/decode.ts';
import { MAIN_SPRITE } from '../sprite/create.ts';
import { expandInput, type InputFile } from './expand-inputs.ts';
import { readMetadata } from './metadata.ts';

/** Files read at a time: enough to keep the disk busy, far below the limits on open files. */
const BATCH = 256;

interface NamedFile extends InputFile {
  readonly name: string;
}

/** Finds, names, reads and decodes all icons, sorted by name. Files with problems are left out. */
export async function gather(config: ResolvedConfig): Promise<Checked<readonly Source[]>> {
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
      batch.map((file) => readSource(file, metas.value.get(file.path) ?? {})),
    );
    for (const result of read) {
      if ('svg' in result) sources.push(result);
      else diagnostics.push(result);
    }
  }
  return { value: sources, diagnostics };
}

/** A file that several inputs stand for counts once, by the first of them. */
async function findFiles(config: ResolvedConfig): Promise<Checked<readonly InputFile[]>> {
  const diagnostics: Diagnostic[] = [];
  const out = resolve(config.cwd, config.out);
  const outputs = new Set(
    [MAIN_SPRITE, ...Object.keys(LAYOUTS).map((layout) => `${MAIN_SPRITE}-${layout}`)].map((name) =>
      resolve(out, `${name}.svg`),
    ),
  );
  const found = new Map<string, InputFile>();
  const isNegative = (input: string) => input.startsWith('!');
  const exclude = [
    ...config.exclude,
    ...config.inputs.filter(isNegative).map((input) => input.slice(1)),
  ];
  for (const input of config.inputs.filter((each) => !isNegative(each))) {
    const problem = (code: 'input-empty' | 'out-is-input') =>
      diagnose(code, {
        file: config.configFile,
        args: { input, cwd: config.cwd, out: config.out },
      });
    if (resolve(config.cwd, input) === out) {
      diagnostics.push(problem('out-is-input'));
      continue;
    }
    const files = await expandInput(input, config.cwd, exclude);
    const icons = files.filter(({ path }) => !outputs.has(path));
    if (icons.length === 0) diagnostics.push(problem('input-empty'));
    for (const icon of icons) if (!found.has(icon.path)) found.set(icon.path, icon);
  }
  return { value: [...found.values()], diagnostics };
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
): Promise<Source | Diagnostic> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return diagnose('file-unreadable', {
      file,
      args: { reason: READ_ERRORS[code ?? ''] ?? message },
    });
  }
  const svg = decodeSvg(bytes, file);
  if (typeof svg !== 'string') return svg;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { file, name, svg, hash, bytes: bytes.length, meta };
}

/** System errors in words. */
const READ_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  ENOENT: 'it is gone, or a link to a file that does not exist.',
  ELOOP: 'it is a link that leads back to itself.',
};
