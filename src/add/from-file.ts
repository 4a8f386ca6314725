import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BuildError } from '../core/errors.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readHead, statsAt } from '../node/files.ts';
import { META_ENDING, readMeta } from '../node/metadata.ts';
import { authorOf, licenseOf } from './credits.ts';
import type { Origin } from './origin.ts';
import type { Wanted } from './wanted.ts';

/**
 * Takes up a drawing and what stands beside it: its metadata, and the package that it lies in.
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
  // Where a file lay on the machine of whoever added it is nobody's business.
  const source = /^(\.\.|\/|[a-z]:)/i.test(shown) ? basename(path) : shown;
  const title = statsAt(path)?.isFile() ? licenseComment(path) : undefined;
  return { source, ...(title && { license: { title } }) };
}

/** What the package says in which a drawing is installed. */
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

/** Where drawings say under which license they are: before the first element or right in it. */
const HEAD = 4000;
/** Longest text that is taken for a license's name. */
const MOST = 300;

/** A comment on license or copyright, which goes out of the drawing and must not be lost. */
function licenseComment(path: string): string | undefined {
  const head = readHead(path, HEAD)?.toString() ?? '';
  const comments = head.matchAll(/<!--[-!]*([\s\S]*?)-->/g);
  const texts = [...comments].map(([, text = '']) => text.replace(/\s+/g, ' ').trim());
  return texts.find((text) => /licen[sc]e|copyright|©/i.test(text))?.slice(0, MOST);
}
