import type { LookRequest, RenameRequest, SaveRequest, WrittenMeta } from '../core/preview.ts';
import { BodyError } from './body.ts';
import type { Held } from './look.ts';
import type { ToSave } from './save.ts';

type Said = Readonly<Record<string, unknown>>;

/** Longest name, title or tag, and most tags. */
const MOST = { text: 200, tags: 50 };

/** @throws {BodyError} when it is not a {@link LookRequest}. */
export function readLook(said: Said): Held {
  const { base64, svg } = said;
  if (typeof base64 !== 'string' && typeof svg !== 'string') {
    throw new BodyError(400, "'svg' or 'base64' must contain the SVG.");
  }
  const bytes = typeof base64 === 'string' ? Buffer.from(base64, 'base64') : bytesOf(svg as string);
  const file = text(said, 'file' satisfies keyof LookRequest) ?? '';
  return { bytes, file: shownAs(file), name: text(said, 'name'), meta: metaOf(said) };
}

/** @throws {BodyError} when it is not a {@link SaveRequest}. */
export function readSave(said: Said): ToSave {
  const keys: readonly string[] = [
    'name',
    'svg',
    'replace',
    'meta',
  ] satisfies (keyof SaveRequest)[];
  refuseOthers(said, keys);
  if (typeof said.svg !== 'string') throw new BodyError(400, "'svg' must be text.");
  return {
    name: text(said, 'name') ?? '',
    bytes: bytesOf(said.svg),
    replace: text(said, 'replace'),
    meta: metaOf(said),
  };
}

/** @throws {BodyError} when it is not a {@link RenameRequest}. */
export function readRename(said: Said): RenameRequest {
  refuseOthers(said, ['from', 'to', 'keepAlias']);
  const { keepAlias } = said;
  if (typeof keepAlias !== 'boolean')
    throw new BodyError(400, "'keepAlias' must be true or false.");
  return { from: text(said, 'from') ?? '', to: text(said, 'to') ?? '', keepAlias };
}

/** Reads metadata; empty values are left out. */
function metaOf(said: Said): WrittenMeta {
  const meta = said.meta === undefined ? {} : object(said.meta, 'meta');
  refuseOthers(meta, ['title', 'tags', 'category']);
  const [title, category] = [text(meta, 'title')?.trim(), text(meta, 'category')?.trim()];
  const tags = meta.tags === undefined ? undefined : words(meta.tags);
  return { ...(title && { title }), ...(category && { category }), ...(tags && { tags }) };
}

/** Encodes text as UTF-8, and removes the encoding that it declares. */
function bytesOf(svg: string): Uint8Array {
  return Buffer.from(svg.replace(/^(\s*<\?xml[^>]*?)\sencoding\s*=\s*("[^"]*"|'[^']*')/, '$1'));
}

/** Last part of a path, on one line. */
function shownAs(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\p{Cc}/gu, ' ').trim();
}

function text(said: Said, key: string): string | undefined {
  const value = said[key];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= MOST.text) return value;
  throw new BodyError(400, `'${key}' must be text of at most ${MOST.text} characters.`);
}

function words(value: unknown): readonly string[] {
  const isWord = (each: unknown) => typeof each === 'string' && each.length <= MOST.text;
  if (!Array.isArray(value) || value.length > MOST.tags || !value.every(isWord)) {
    throw new BodyError(400, `'tags' must be a list of at most ${MOST.tags} words.`);
  }
  return [...new Set(value.map((each: string) => each.trim()).filter(Boolean))];
}

function object(value: unknown, key: string): Said {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Said;
  throw new BodyError(400, `'${key}' must be an object.`);
}

function refuseOthers(said: Said, known: readonly string[]): void {
  const other = Object.keys(said).find((key) => !known.includes(key));
  if (other !== undefined) throw new BodyError(400, `Unknown key '${other}'.`);
}
