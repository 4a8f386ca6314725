import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { Served } from './served.ts';

/** A file that pages get from the server. */
function runtimeFile(name: string): string {
  const url = packageFile(`dist/runtime/development/${name}.js`);
  return fileURLToPath(url).replaceAll('\\', '/');
}

/** The file that a page follows the server with. */
const FILE: string = runtimeFile('served-icons');

const EXPORTS =
  'export const { icon, iconNames, iconIds, aliases, directional, spriteUrl, isIconName, iconHref } = set;\n';

/** Where code that runs in the server's own process asks how the icons are now. */
export const STATES: unique symbol = Symbol.for('iconloom.served') as never;

/**
 * `virtual:iconloom` as a development server answers it.
 *
 * @param isTest whether tests run on the server, in which links must not depend on other icons
 */
export function servedModule(served: Served, root: string, isTest = false): string {
  if (isTest) {
    return `import { servedIcons } from ${asciiLiteral(FILE)};
const set = servedIcons(${asciiLiteral({ ...served, version: '' })});
${EXPORTS}`;
  }
  return `import { servedIcons } from ${asciiLiteral(FILE)};
const now = () => globalThis[Symbol.for('iconloom.served')]?.[${asciiLiteral(root)}]?.();
const set = servedIcons(${asciiLiteral(served)}, import.meta.hot, now);
${EXPORTS}`;
}

/** `iconloom:<name>`. */
export function servedIconModule(name: string): string {
  return `import { iconHref } from 'virtual:iconloom';
export default iconHref(${asciiLiteral(name)});
`;
}

/**
 * `virtual:iconloom/inline`: while developing, links of ours lead to the server; the symbols are in
 * the page for those that stand in the code, such as `#icon-home`. Ids that clash are reported.
 */
export function servedInlineModule({ folder, prefix }: Pick<Served, 'folder' | 'prefix'>): string {
  return `import { iconNames } from 'virtual:iconloom';
import { inlineServed } from ${asciiLiteral(runtimeFile('served-inline'))};
import { checkTakenIds } from ${asciiLiteral(runtimeFile('taken-ids'))};
inlineServed(${asciiLiteral(folder)}, import.meta.hot);
checkTakenIds(iconNames.map((name) => ${asciiLiteral(prefix)} + name));
`;
}
