import type { Diagnostic } from '../../core/diagnostics.ts';
import { hasValidDisplayName } from '../../core/display-name.ts';
import { kebabCase } from '../../core/names.ts';
import { isValidId } from '../../core/symbol-ids.ts';
import type { IconMeta } from '../../core/types.ts';
import { isIconMeta } from '../meta-schema.ts';
import {
  DecodeError,
  type Decoder,
  finite,
  list,
  object,
  record,
  satisfying,
  text,
  texts,
} from './decode.ts';
import { diagnosticDecoder } from './diagnostic-codec.ts';
import { type FileStat, isFileStat } from './file-stat.ts';

/** State of the folders and files that a search read; paths are relative to the working folder. */
export interface GlobSnapshot {
  /** Start of the search, in ms. */
  readonly takenAt: number;
  /** File that its diagnostics name. */
  readonly configFile: string;
  /** Digest of each folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** Stats of metadata files. */
  readonly metas: Readonly<Record<string, FileStat>>;
}

/** Cached source file. */
interface CachedSource {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly meta: IconMeta;
  readonly aliases: readonly string[];
}

/** Cached result of a search with its snapshot. */
export interface GlobCacheEntry {
  readonly globSnapshot: GlobSnapshot;
  readonly sources: readonly CachedSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cache entry as written: in columns, with nothing but the file for most icons. */
export interface EncodedGlobEntry extends Omit<GlobCacheEntry, 'sources'> {
  readonly files: readonly string[];
  /** '' if the name comes from the file. */
  readonly names: readonly string[];
  readonly folders: readonly string[];
  /** Metadata and aliases by index. */
  readonly metadata: Readonly<
    Record<number, readonly [meta: IconMeta, aliases: readonly string[]]>
  >;
}

export function encodeGlobEntry({ sources, ...search }: GlobCacheEntry): EncodedGlobEntry {
  const metadata: Record<number, readonly [IconMeta, readonly string[]]> = {};
  for (const [index, { meta, aliases }] of sources.entries()) {
    if (aliases.length > 0 || Object.keys(meta).length > 0) metadata[index] = [meta, aliases];
  }
  return {
    ...search,
    files: sources.map(({ file }) => file),
    names: sources.map(({ name, file }) => (name === nameOfFile(file) ? '' : name)),
    folders: sources.map(({ folder }) => folder),
    metadata,
  };
}

function decodeColumns({
  files,
  names,
  folders,
  metadata,
  ...search
}: EncodedGlobEntry): GlobCacheEntry {
  for (const folder of new Set(folders)) {
    if (folder !== '' && !isName(folder)) throw new DecodeError('a folder in kebab-case');
  }
  const sources = files.map((file, index): CachedSource => {
    const [meta, aliases] = metadata[index] ?? NO_METADATA;
    const [name, folder] = [names[index] || nameOfFile(file), folders[index] as string];
    if (!isName(name) || !isNameOf(name, file)) throw new DecodeError('the name of an icon');
    if (!hasValidDisplayName({ name, aliases, meta })) throw new DecodeError('a name to show');
    return { name, folder, file, meta, aliases };
  });
  return { ...search, sources };
}

/** Checks if a search could have given a file this name: the end of its path in kebab-case. */
function isNameOf(name: string, file: string): boolean {
  // Most names are the path itself; converting each again takes as long as all else here.
  if (file.slice(-SVG.length - name.length, -SVG.length).replaceAll('/', '-') === name) return true;
  const fullName = kebabCase(file.replace(/\.svg$/i, ''));
  return fullName === name || fullName.endsWith(`-${name}`);
}

const SVG = '.svg';

function isName(text: string): boolean {
  return text !== '' && kebabCase(text) === text;
}

const aliasDecoder = satisfying(
  (value): value is string => typeof value === 'string' && isValidId(value),
  'an alias',
);

const metadataDecoder: Decoder<readonly [IconMeta, readonly string[]]> = (value) => {
  const [meta, aliases] = list((each) => each)(value);
  if (!isIconMeta(meta)) throw new DecodeError('metadata');
  return [meta, list(aliasDecoder)(aliases)];
};

/** Decodes the output of {@link encodeGlobEntry}. */
export const globCacheEntryDecoder: Decoder<GlobCacheEntry> = (value) => {
  const encoded = encodedGlobDecoder(value);
  const { length } = encoded.files;
  if (encoded.names.length !== length || encoded.folders.length !== length) {
    throw new DecodeError('a name and a folder for each file');
  }
  return decodeColumns(encoded);
};

const encodedGlobDecoder = object<EncodedGlobEntry>({
  globSnapshot: object<GlobSnapshot>({
    takenAt: finite,
    configFile: text,
    folders: record(text),
    metas: record(satisfying(isFileStat, 'the stat of a file')),
  }),
  diagnostics: list(diagnosticDecoder),
  files: texts,
  names: texts,
  folders: texts,
  metadata: record(metadataDecoder),
});

const NO_METADATA: readonly [IconMeta, readonly string[]] = [{}, []];

function nameOfFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -SVG.length);
}
