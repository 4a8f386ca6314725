import type { Diagnostic } from '../../core/diagnostics.ts';
import { kebabCase } from '../../core/names.ts';
import { isLinkable } from '../../core/symbol-ids.ts';
import type { IconMeta } from '../../core/types.ts';
import { isMeta } from '../meta-schema.ts';
import {
  type Decoder,
  finite,
  list,
  object,
  record,
  satisfying,
  text,
  texts,
  Undecodable,
} from './decode.ts';
import { diagnosticDecoder } from './diagnostic-codec.ts';
import { isSignature, type Signature } from './signature.ts';

/** State of the folders and files that a search read; paths are relative to the working folder. */
export interface Trail {
  /** Start of the search, in ms. */
  readonly at: number;
  /** File that its diagnostics name. */
  readonly configFile: string;
  /** Digest of each folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** Stats of metadata files. */
  readonly metas: Readonly<Record<string, Signature>>;
}

/** Cached source file. */
interface KeptDrawing {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly meta: IconMeta;
  readonly aliases: readonly string[];
}

/** Cached result of a search with its snapshot. */
export interface KeptSearch {
  readonly trail: Trail;
  readonly drawings: readonly KeptDrawing[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cache entry as written: in columns, with nothing but the file for most icons. */
export interface WrittenSearch extends Omit<KeptSearch, 'drawings'> {
  readonly files: readonly string[];
  /** '' if the name comes from the file. */
  readonly names: readonly string[];
  readonly folders: readonly string[];
  /** Metadata and aliases by index. */
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

function searchOf({ files, names, folders, said, ...search }: WrittenSearch): KeptSearch {
  for (const folder of new Set(folders)) {
    if (folder !== '' && !isName(folder)) throw new Undecodable('a folder in kebab-case');
  }
  const drawings = files.map((file, index): KeptDrawing => {
    const [meta, aliases] = said[index] ?? NOTHING_SAID;
    const [name, folder] = [names[index] || nameOfFile(file), folders[index] as string];
    if (!isName(name) || !isNameOf(name, file)) throw new Undecodable('the name of an icon');
    return { name, folder, file, meta, aliases };
  });
  return { ...search, drawings };
}

/** Checks if a search could have given a file this name: the end of its path in kebab-case. */
function isNameOf(name: string, file: string): boolean {
  // Most names are the path itself; converting each again takes as long as all else here.
  if (file.slice(-SVG.length - name.length, -SVG.length).replaceAll('/', '-') === name) return true;
  const whole = kebabCase(file.replace(/\.svg$/i, ''));
  return whole === name || whole.endsWith(`-${name}`);
}

const SVG = '.svg';

function isName(text: string): boolean {
  return text !== '' && kebabCase(text) === text;
}

const aliasDecoder = satisfying(
  (value): value is string => typeof value === 'string' && isLinkable(value),
  'an alias',
);

const saidDecoder: Decoder<readonly [IconMeta, readonly string[]]> = (value) => {
  const [meta, aliases] = list((each) => each)(value);
  if (!isMeta(meta)) throw new Undecodable('metadata');
  return [meta, list(aliasDecoder)(aliases)];
};

/** Decodes the output of {@link writtenSearch}. */
export const searchDecoder: Decoder<KeptSearch> = (value) => {
  const written = writtenDecoder(value);
  const { length } = written.files;
  if (written.names.length !== length || written.folders.length !== length) {
    throw new Undecodable('a name and a folder for each file');
  }
  return searchOf(written);
};

const writtenDecoder = object<WrittenSearch>({
  trail: object<Trail>({
    at: finite,
    configFile: text,
    folders: record(text),
    metas: record(satisfying(isSignature, 'the stat of a file')),
  }),
  diagnostics: list(diagnosticDecoder),
  files: texts,
  names: texts,
  folders: texts,
  said: record(saidDecoder),
});

const NOTHING_SAID: readonly [IconMeta, readonly string[]] = [{}, []];

function nameOfFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -SVG.length);
}
