import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BuildError } from '../core/errors.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readHead, tryStat } from '../node/files.ts';
import { META_ENDING, readMeta } from '../node/metadata.ts';
import { authorOf, licenseOf } from './credits.ts';
import type { Origin } from './origin.ts';
import type { Wanted } from './wanted.ts';

/**
 * Reads an SVG file, the metadata beside it, and the package that contains it.
 *
 * @throws {BuildError} when its metadata cannot be used.
 */
export async function fromFile(
  { what, path }: Extract<Wanted, { kind: 'file' }>,
  cwd: string,
): Promise<Origin> {
  const beside = path.replace(/\.svg$/i, META_ENDING);
  const said = existsSync(beside) ? await readMeta(beside, displayPath(beside, cwd)) : undefined;
  if (said && said.diagnostics.length > 0) throw new BuildError(said.diagnostics);
  return {
    what,
    path,
    file: displayPath(path, cwd),
    name: basename(path),
    meta: { ...creditsOf(path, cwd), ...said?.value },
  };
}

function creditsOf(path: string, cwd: string): IconMeta {
  const fromPackage = packageOf(path);
  if (fromPackage) return fromPackage;
  const shown = displayPath(path, cwd);
  // A path outside the project is private to the machine of the person who adds the icon.
  const source = /^(\.\.|\/|[a-z]:)/i.test(shown) ? basename(path) : shown;
  const title = tryStat(path)?.isFile() ? licenseComment(path) : undefined;
  return { source, ...(title && { license: { title } }) };
}

/** License and author of the npm package that contains a file. */
function packageOf(path: string): IconMeta | undefined {
  const [, root, name, below] =
    /^(.*[\\/]node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](.+)$/.exec(path) ?? [];
  if (root === undefined || name === undefined) return undefined;
  try {
    const { license, author } = JSON.parse(
      readFileSync(join(root, name, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, unknown>>;
    const [known, by] = [licenseOf(license), authorOf(author)];
    const source = `${name}/${below}`.replaceAll('\\', '/');
    return { source, ...(known && { license: known }), ...(by && { author: by }) };
  } catch {
    return undefined;
  }
}

/** Bytes that are searched for a license: comments before the first element or right in it. */
const HEAD = 4000;
/** Longest license title, in characters. */
const MOST = 300;

/** Comment on license or copyright; cleaning removes it from the SVG, so metadata keeps it. */
function licenseComment(path: string): string | undefined {
  const head = readHead(path, HEAD)?.toString() ?? '';
  const comments = head.matchAll(/<!--[-!]*([\s\S]*?)-->/g);
  const texts = [...comments].map(([, text = '']) => text.replace(/\s+/g, ' ').trim());
  return texts.find((text) => /licen[sc]e|copyright|©/i.test(text))?.slice(0, MOST);
}
