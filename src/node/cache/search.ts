import type { Diagnostic } from '../../core/diagnostics.ts';
import type { IconMeta } from '../../core/types.ts';
import type { Signature } from './signature.ts';

/** What a search saw; paths are relative to the working folder. */
export interface Trail {
  /** When it began, in ms. */
  readonly at: number;
  /** The file that its diagnostics name. */
  readonly configFile: string;
  /** What stands for each folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** Files that say something of drawings. */
  readonly metas: Readonly<Record<string, Signature>>;
}

/** A drawing that was found. */
interface KeptDrawing {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly meta: IconMeta;
  readonly aliases: readonly string[];
}

/** What a search found, and what it saw. */
export interface KeptSearch {
  readonly trail: Trail;
  readonly drawings: readonly KeptDrawing[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A search as it is written: in columns, and of most drawings nothing but the file. */
export interface WrittenSearch extends Omit<KeptSearch, 'drawings'> {
  readonly files: readonly string[];
  /** '' where it is the file's. */
  readonly names: readonly string[];
  readonly folders: readonly string[];
  /** What is said of drawings, by their index. */
  readonly said: Readonly<Record<number, readonly [meta: IconMeta, aliases: readonly string[]]>>;
}

export function writtenSearch({ drawings, ...search }: KeptSearch): WrittenSearch {
  const said: Record<number, readonly [IconMeta, readonly string[]]> = {};
  for (const [index, { meta, aliases }] of drawings.entries()) {
    if (aliases.length > 0 || Object.keys(meta).length > 0) said[index] = [meta, aliases];
  }
  return {
    ...search,
    files: drawings.map(({ file }) => file),
    names: drawings.map(({ name, file }) => (name === nameOfFile(file) ? '' : name)),
    folders: drawings.map(({ folder }) => folder),
    said,
  };
}

export function searchOf({ files, names, folders, said, ...search }: WrittenSearch): KeptSearch {
  const drawings = files.map((file, index): KeptDrawing => {
    const [meta, aliases] = said[index] ?? NOTHING_SAID;
    const [name, folder] = [names[index] || nameOfFile(file), folders[index] as string];
    return { name, folder, file, meta, aliases };
  });
  return { ...search, drawings };
}

const NOTHING_SAID: readonly [IconMeta, readonly string[]] = [{}, []];

function nameOfFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.svg'.length);
}
