import type { IconAuthor, IconLicense } from '../core/types.ts';

/** Parses the license of a set or a package; `undefined` if it has no usable value. */
export function licenseOf(said: unknown): IconLicense | undefined {
  if (typeof said === 'string') return said === '' ? undefined : fromIdentifier(said);
  const { title, spdx, url } = texts(said, ['title', 'spdx', 'url']);
  const name = title ?? spdx;
  if (name === undefined) return undefined;
  return { title: name, ...(spdx && { spdx }), ...(url && { url }) };
}

/** Parses the author of a set or a package: an object, or `Ann <ann@example.com> (https://…)`. */
export function authorOf(said: unknown): IconAuthor | undefined {
  if (typeof said === 'string') {
    const [, name = '', url] = /^([^<(]*)(?:<[^>]*>)?\s*(?:\(([^)]*)\))?/.exec(said) ?? [];
    return name.trim() === '' ? undefined : { name: name.trim(), ...(url && { url }) };
  }
  const { name, url } = texts(said, ['name', 'url']);
  return name === undefined ? undefined : { name, ...(url && { url }) };
}

/** Parses `license` of package.json; a reference to a file is not an SPDX identifier. */
function fromIdentifier(license: string): IconLicense | undefined {
  if (/^SEE LICENSE/i.test(license)) return { title: license };
  return { title: license, spdx: license };
}

/** Properties among the keys that hold a non-empty string. */
function texts<K extends string>(value: unknown, keys: readonly K[]): Partial<Record<K, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const all = value as Readonly<Record<string, unknown>>;
  const found = keys.filter((key) => typeof all[key] === 'string' && all[key] !== '');
  return Object.fromEntries(found.map((key) => [key, all[key]])) as Partial<Record<K, string>>;
}
