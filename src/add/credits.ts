import type { IconAuthor, IconLicense } from '../core/types.ts';

/** Parses the license of a set or a package; `undefined` if it has no usable value. */
export function parseLicense(stated: unknown): IconLicense | undefined {
  if (typeof stated === 'string') return stated === '' ? undefined : parseLicenseField(stated);
  const { title, spdx, url } = pickStrings(stated, ['title', 'spdx', 'url']);
  const name = title ?? spdx;
  if (name === undefined) return undefined;
  return { title: name, ...(spdx && { spdx }), ...(url && { url }) };
}

/** Parses the author of a set or a package: an object, or `Ann <ann@example.com> (https://…)`. */
export function parseAuthor(stated: unknown): IconAuthor | undefined {
  if (typeof stated === 'string') {
    const [, name = '', url] = /^([^<(]*)(?:<[^>]*>)?\s*(?:\(([^)]*)\))?/.exec(stated) ?? [];
    return name.trim() === '' ? undefined : { name: name.trim(), ...(url && { url }) };
  }
  const { name, url } = pickStrings(stated, ['name', 'url']);
  return name === undefined ? undefined : { name, ...(url && { url }) };
}

/** Parses `license` of package.json; a reference to a file is not an SPDX identifier. */
function parseLicenseField(license: string): IconLicense | undefined {
  if (/^SEE LICENSE/i.test(license)) return { title: license };
  return { title: license, spdx: license };
}

/** Properties among the keys that hold a non-empty string. */
function pickStrings<K extends string>(
  value: unknown,
  keys: readonly K[],
): Partial<Record<K, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const all = value as Readonly<Record<string, unknown>>;
  const present = keys.filter((key) => typeof all[key] === 'string' && all[key] !== '');
  return Object.fromEntries(present.map((key) => [key, all[key]])) as Partial<Record<K, string>>;
}
