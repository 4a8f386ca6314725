import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { IconifyInput, Input, ResolvedConfig } from '../config/types.ts';
import type { IconifyInfo } from '../core/iconify.ts';
import { oneLine } from '../core/one-line.ts';
import type { SetIdentity } from '../emit/format.ts';
import { projectRoot } from '../node/project-root.ts';
import { findIconifySets } from './expand-iconify.ts';

/** Version of packages that are not released. */
const NO_RELEASE = '0.0.0';

/**
 * Name and version of the icons, for people: of the collection if all icons come from one, of the
 * package that they are in otherwise.
 */
export function setIdentity({ inputs, cwd }: Pick<ResolvedConfig, 'inputs' | 'cwd'>): SetIdentity {
  const positive = inputs.filter((each) => typeof each !== 'string' || !each.startsWith('!'));
  const identities = positive.map((input) => identityOf(input, cwd));
  const [first] = identities;
  const isOne = first && identities.every((each) => each.title === first.title);
  return isOne ? first : packageIdentity(cwd, projectRoot(cwd));
}

function identityOf(input: Input, cwd: string): SetIdentity {
  if (typeof input !== 'string') return iconifyIdentity(input, cwd);
  const folder = resolve(cwd, input);
  const inPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(folder.replaceAll('\\', '/'));
  if (inPackage) return packageIdentity(inPackage[0], inPackage[0]);
  return packageIdentity(cwd, projectRoot(cwd));
}

function iconifyIdentity({ from }: IconifyInput, cwd: string): SetIdentity {
  const [set, ...others] = findIconifySets(from, cwd);
  if (!set) return {};
  const folder = dirname(set.path);
  if (others.length > 0) return packageIdentity(dirname(folder), dirname(folder));
  const beside = readJson(join(folder, 'info.json')) as IconifyInfo | undefined;
  const info = beside ?? (readJson(set.path) as { readonly info?: IconifyInfo } | undefined)?.info;
  const { title = from, release } = packageIdentity(folder, folder);
  return identity(info?.name ?? title, release);
}

/** Identity of the nearest package with a name. @param root folder that the search ends with */
function packageIdentity(start: string, root: string): SetIdentity {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) {
      const { name, version } = (readJson(path) ?? {}) as Record<string, unknown>;
      if (typeof name === 'string' && name !== '') return identity(name, version);
    }
    if (folder === root || folder === dirname(folder)) return {};
  }
}

function identity(title: string, release: unknown): SetIdentity {
  const isReleased = typeof release === 'string' && release !== '' && release !== NO_RELEASE;
  return { title: oneLine(title), ...(isReleased && { release: oneLine(release) }) };
}

function readJson(path: string): object | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
