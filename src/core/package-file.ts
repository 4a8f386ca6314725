import { existsSync } from 'node:fs';

/** Nearest folder above this module with a `package.json`. */
const PACKAGE_ROOT: URL = findPackageRoot(new URL('.', import.meta.url));

/**
 * Returns the URL of a file that ships with iconloom. Modules do not know their own location because
 * they are bundled.
 *
 * @param path from the root of the package, such as `dist/catalog/catalog.js`
 */
export function packageFile(path: string): URL {
  return new URL(path, PACKAGE_ROOT);
}

function findPackageRoot(folder: URL): URL {
  const parent = new URL('../', folder);
  const isRoot = existsSync(new URL('package.json', folder));
  return isRoot || parent.href === folder.href ? folder : findPackageRoot(parent);
}
