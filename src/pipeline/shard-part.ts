import type { Diagnostic } from '../core/diagnostics.ts';
import { hasValidDisplayName } from '../core/display-name.ts';
import { kebabCase, titleFromName } from '../core/names.ts';
import { additionalIds, isValidId } from '../core/symbol-ids.ts';
import type { Icon, IconMeta, Source } from '../core/types.ts';
import {
  count,
  DecodeError,
  type Decoder,
  list,
  matching,
  object,
  optional,
  satisfying,
  text,
} from '../node/cache/decode.ts';
import { diagnosticDecoder, encodeDiagnostic } from '../node/cache/diagnostic-codec.ts';
import { factsDecoder } from '../node/cache/icon-codec.ts';
import { metaProblem } from '../node/meta-schema.ts';

/** Number of a shard, counted from 1, and the number of shards. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Partial result, as stored in a file. */
export interface ShardPart {
  readonly generator: 'iconloom';
  readonly version: 1;
  readonly shard: Shard;
  /** Hash of the options and the code: equal in all parts and in the merge. */
  readonly options: string;
  /** Hash of the source files: equal in all parts of a build. The name is part of the file format. */
  readonly drawings: string;
  readonly icons: readonly Icon[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Serializes a partial result. */
export function encodeShardPart({
  diagnostics,
  ...part
}: Omit<ShardPart, 'generator' | 'version'>): string {
  const head = { generator: 'iconloom', version: 1 };
  return JSON.stringify({ ...head, ...part, diagnostics: diagnostics.map(encodeDiagnostic) });
}

/** Naming options of the merge. */
export interface NamingOptions {
  readonly prefix: string;
  /** Templates of further ids. */
  readonly ids: readonly string[];
  /** Alias → name. */
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * Parses the output of {@link encodeShardPart}, which may come from another machine.
 *
 * @returns `undefined` if it is not a partial result of this version
 * @throws {DecodeError} when a field has a value that no build writes.
 */
export function decodeShardPart(json: string): ShardPart | undefined {
  const value = parseJson(json);
  return isShardPart(value) ? shardPartDecoder(value) : undefined;
}

/**
 * Finds the first field that contradicts the other fields or the configuration: names, titles, aliases
 * and ids. Symbols are checked elsewhere.
 */
export function inconsistentField({ icons }: ShardPart, naming: NamingOptions): string | undefined {
  for (const [index, icon] of icons.entries()) {
    const field = inconsistentIconField(icon, naming);
    if (field !== undefined) return `icons.${index}.${field}`;
  }
  return undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isShardPart(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { generator, version } = value as Partial<ShardPart>;
  return generator === 'iconloom' && version === 1;
}

/** Maximum number of shards. */
const MAX_SHARDS = 100_000;
const shardNumber = satisfying(
  (value): value is number =>
    Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= MAX_SHARDS,
  'the number of a shard',
);
const name = satisfying(
  (value): value is string =>
    typeof value === 'string' && value !== '' && kebabCase(value) === value,
  'a name in kebab-case',
);
const linkable = satisfying(
  (value): value is string => typeof value === 'string' && isValidId(value),
  'an id or alias',
);
const folder = satisfying(
  (value): value is string => typeof value === 'string' && kebabCase(value) === value,
  'a folder in kebab-case',
);
const hash = matching(/^[\da-f]{64}$/, 'a SHA-256');
/** Path without control characters, which could move a terminal's cursor. */
const file = matching(/^\P{Cc}+$/u, 'the path of a file');

const meta: Decoder<IconMeta> = (value) => {
  const problem = metaProblem(value);
  if (problem !== undefined) throw new DecodeError(`metadata of an icon: ${problem}`);
  return value as IconMeta;
};

const shardPartDecoder = object<ShardPart>({
  generator: satisfying((value): value is 'iconloom' => value === 'iconloom', 'iconloom'),
  version: satisfying((value): value is 1 => value === 1, 'this version'),
  shard: object<Shard>({ index: shardNumber, of: shardNumber }),
  options: hash,
  drawings: hash,
  icons: list(
    object<Icon>({
      name,
      id: text,
      symbol: text,
      plainSymbol: text,
      facts: factsDecoder,
      source: object<Source>({ file, name, folder, hash, bytes: count, meta }),
      title: text,
      aliases: list(linkable),
      ids: optional(list(linkable)),
    }),
  ),
  diagnostics: list(diagnosticDecoder),
});

function inconsistentIconField(
  icon: Icon,
  { prefix, aliases, ids }: NamingOptions,
): string | undefined {
  const { source, facts } = icon;
  if (icon.id !== prefix + icon.name) return 'id';
  if (source.name !== icon.name) return 'source.name';
  if (icon.title !== (source.meta.title ?? (facts.title || titleFromName(icon.name))))
    return 'title';
  const isDeclared = (alias: string) =>
    source.meta.aliases?.includes(alias) ||
    (Object.hasOwn(aliases, alias) && aliases[alias] === icon.name);
  if (!icon.aliases.every(isDeclared)) return 'aliases';
  if (!hasValidDisplayName({ ...icon, meta: source.meta })) return 'source.meta.displayName';
  const further = additionalIds({ ...icon, file: source.file }, { prefix, ids });
  const expected = further.map(({ id }) => id).filter(isValidId);
  return expected.join(' ') === (icon.ids ?? []).join(' ') ? undefined : 'ids';
}
