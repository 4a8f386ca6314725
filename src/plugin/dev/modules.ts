import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { Served } from './served.ts';

/** The file that a page follows the server with. */
const FILE: string = fileURLToPath(
  packageFile('dist/runtime/development/served-icons.js'),
).replaceAll('\\', '/');

/** Where code that runs in the server's own process asks how the icons are now. */
export const STATES: unique symbol = Symbol.for('iconloom.served') as never;

/** `virtual:iconloom` as a development server answers it. */
export function servedModule(served: Served, root: string): string {
  return `import { servedIcons } from ${asciiLiteral(FILE)};
const now = () => globalThis[Symbol.for('iconloom.served')]?.[${asciiLiteral(root)}]?.();
const set = servedIcons(${asciiLiteral(served)}, import.meta.hot, now);
export const { icon, iconNames, aliases, directional, spriteUrl, isIconName, iconHref } = set;
`;
}

/** `iconloom:<name>`. */
export function servedIconModule(name: string): string {
  return `import { iconHref } from 'virtual:iconloom';
export default iconHref(${asciiLiteral(name)});
`;
}

/** `virtual:iconloom/inline`: while developing, all links lead to the server. */
export function servedInlineModule(): string {
  return "import 'virtual:iconloom';\n";
}
