import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BuildError } from '../core/errors.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import { readHead, tryStat } from '../node/files.ts';
import { META_ENDING, readMeta } from '../node/metadata.ts';
import { parseAuthor, parseLicense } from './credits.ts';
import type { IconRequest } from './icon-request.ts';
import type { IconOrigin } from './origin.ts';

/**
 * Reads an SVG file, the metadata beside it, and the package that contains it.
 *
 * @throws {BuildError} when its metadata cannot be used.
 */
export async function originFromFile(
  { what, path }: Extract<IconRequest, { kind: 'file' }>,
  cwd: string,
): Promise<IconOrigin> {
  const metaPath = path.replace(/\.svg$/i, META_ENDING);
  const metadata = existsSync(metaPath)
    ? await readMeta(metaPath, displayPath(metaPath, cwd))
    : undefined;
  if (metadata && metadata.diagnostics.length > 0) throw new BuildError(metadata.diagnostics);
  return {
    what,
    path,
    file: displayPath(path, cwd),
    name: basename(path),
    meta: { ...creditsFor(path, cwd), ...metadata?.value },
  };
}

function creditsFor(path: string, cwd: string): IconMeta {
  const packageMeta = creditsFromPackage(path);
  if (packageMeta) return packageMeta;
  const displayed = displayPath(path, cwd);
  // A path outside the project is private to the machine of the person who adds the icon.
  const source = /^(\.\.|\/|[a-z]:)/i.test(displayed) ? basename(path) : displayed;
  const title = tryStat(path)?.isFile() ? findLicenseComment(path) : undefined;
  return { source, ...(title && { license: { title } }) };
}

/** License and author of the npm package that contains a file. */
function creditsFromPackage(path: string): IconMeta | undefined {
  const [, root, name, subpath] =
    /^(.*[\\/]node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](.+)$/.exec(path) ?? [];
  if (root === undefined || name === undefined) return undefined;
  try {
    const { license, author } = JSON.parse(
      readFileSync(join(root, name, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, unknown>>;
    const [licenseInfo, authorInfo] = [parseLicense(license), parseAuthor(author)];
    const source = `${name}/${subpath}`.replaceAll('\\', '/');
    return {
      source,
      ...(licenseInfo && { license: licenseInfo }),
      ...(authorInfo && { author: authorInfo }),
    };
  } catch {
    return undefined;
  }
}

/** Bytes that are searched for a license: comments before the first element or right in it. */
const HEAD_BYTES = 4000;
/** Longest license title, in characters. */
const MAX_LICENSE_LENGTH = 300;

/** Comment on license or copyright; cleaning removes it from the SVG, so metadata keeps it. */
function findLicenseComment(path: string): string | undefined {
  const head = readHead(path, HEAD_BYTES)?.toString() ?? '';
  const comments = head.matchAll(/<!--[-!]*([\s\S]*?)-->/g);
  const texts = [...comments].map(([, text = '']) => text.replace(/\s+/g, ' ').trim());
  return texts.find((text) => /licen[sc]e|copyright|©/i.test(text))?.slice(0, MAX_LICENSE_LENGTH);
}
