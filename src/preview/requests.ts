import type { EditableMeta, InspectRequest, RenameRequest, SaveRequest } from './api.ts';
import type { DroppedFile } from './preview-source.ts';
import { BodyError } from './request-body.ts';
import type { SaveInput } from './save.ts';

type RequestFields = Readonly<Record<string, unknown>>;

/** Longest name, title or tag, and most tags. */
const LIMITS = { text: 200, tags: 50 };

/** @throws {BodyError} when it is not a {@link InspectRequest}. */
export function parsePreviewRequest(fields: RequestFields): DroppedFile {
  const { base64, svg } = fields;
  if (typeof base64 !== 'string' && typeof svg !== 'string') {
    throw new BodyError(400, "'svg' or 'base64' must contain the SVG.");
  }
  const bytes = typeof base64 === 'string' ? Buffer.from(base64, 'base64') : bytesOf(svg as string);
  const file = optionalText(fields, 'file' satisfies keyof InspectRequest) ?? '';
  return {
    bytes,
    file: displayName(file),
    name: optionalText(fields, 'name'),
    meta: parseMeta(fields),
  };
}

/** @throws {BodyError} when it is not a {@link SaveRequest}. */
export function parseSaveRequest(fields: RequestFields): SaveInput {
  const keys: readonly string[] = [
    'name',
    'svg',
    'replace',
    'meta',
  ] satisfies (keyof SaveRequest)[];
  rejectUnknownKeys(fields, keys);
  if (typeof fields.svg !== 'string') throw new BodyError(400, "'svg' must be text.");
  return {
    name: optionalText(fields, 'name') ?? '',
    bytes: bytesOf(fields.svg),
    replace: optionalText(fields, 'replace'),
    meta: parseMeta(fields),
  };
}

/** @throws {BodyError} when it is not a {@link RenameRequest}. */
export function parseRenameRequest(fields: RequestFields): RenameRequest {
  rejectUnknownKeys(fields, ['from', 'to', 'keepAlias']);
  const { keepAlias } = fields;
  if (typeof keepAlias !== 'boolean')
    throw new BodyError(400, "'keepAlias' must be true or false.");
  return {
    from: optionalText(fields, 'from') ?? '',
    to: optionalText(fields, 'to') ?? '',
    keepAlias,
  };
}

/** Reads metadata; empty values are left out. */
function parseMeta(fields: RequestFields): EditableMeta {
  const meta = fields.meta === undefined ? {} : requireObject(fields.meta, 'meta');
  rejectUnknownKeys(meta, ['title', 'tags', 'category']);
  const [title, category] = [
    optionalText(meta, 'title')?.trim(),
    optionalText(meta, 'category')?.trim(),
  ];
  const tags = meta.tags === undefined ? undefined : parseTags(meta.tags);
  return { ...(title && { title }), ...(category && { category }), ...(tags && { tags }) };
}

/** Encodes text as UTF-8, and removes the encoding that it declares. */
function bytesOf(svg: string): Uint8Array {
  return Buffer.from(svg.replace(/^(\s*<\?xml[^>]*?)\sencoding\s*=\s*("[^"]*"|'[^']*')/, '$1'));
}

/** Last part of a path, on one line. */
function displayName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\p{Cc}/gu, ' ').trim();
}

function optionalText(fields: RequestFields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= LIMITS.text) return value;
  throw new BodyError(400, `'${key}' must be text of at most ${LIMITS.text} characters.`);
}

function parseTags(value: unknown): readonly string[] {
  const isWord = (each: unknown) => typeof each === 'string' && each.length <= LIMITS.text;
  if (!Array.isArray(value) || value.length > LIMITS.tags || !value.every(isWord)) {
    throw new BodyError(400, `'tags' must be a list of at most ${LIMITS.tags} words.`);
  }
  return [...new Set(value.map((each: string) => each.trim()).filter(Boolean))];
}

function requireObject(value: unknown, key: string): RequestFields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as RequestFields;
  throw new BodyError(400, `'${key}' must be an object.`);
}

function rejectUnknownKeys(fields: RequestFields, allowed: readonly string[]): void {
  const other = Object.keys(fields).find((key) => !allowed.includes(key));
  if (other !== undefined) throw new BodyError(400, `Unknown key '${other}'.`);
}
