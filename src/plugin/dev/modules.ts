import { fileURLToPath } from 'node:url';
import { HREF_MODULE } from '../../code/module-ids.ts';
import { packageFile } from '../../core/package-file.ts';
import type { Icon } from '../../core/types.ts';
import { symbolsOf } from '../../emit/svg.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { ServedPayload } from './served.ts';

/** Import specifier of a runtime file that pages load from the server. */
function runtimeFile(name: string): string {
  const url = packageFile(`dist/runtime/development/${name}.js`);
  return asciiLiteral(fileURLToPath(url).replaceAll('\\', '/'));
}

/** Icon set of a development server, which its other modules share. */
export function servedSetModule(
  served: ServedPayload,
  { root, isTest }: { readonly root: string; readonly isTest: boolean },
): string {
  const file = runtimeFile('served-icons');
  if (isTest) {
    // Tests must not depend on other icons.
    return `import { servedIcons } from ${file};
export const set = servedIcons(${asciiLiteral({ ...served, version: '' })});
`;
  }
  return `import { servedIcons } from ${file};
export const set = servedIcons(${asciiLiteral(served)}, {
  hot: import.meta.hot,
  now: () => globalThis[Symbol.for('iconloom.served')]?.[${asciiLiteral(root)}]?.(),
  url: import.meta.url,
});
`;
}

/** `virtual:iconloom`. */
export function servedModule(): string {
  return `import { set } from ${asciiLiteral(HREF_MODULE)};
export const { icon, iconNames, iconIds, aliases, directional, spriteUrl, isIconName, iconHref } = set;
`;
}

/** `iconloom:<name>`. */
export function servedIconModule(name: string): string {
  return `import { iconHref } from 'virtual:iconloom';
export default iconHref(${asciiLiteral(name)});
`;
}

/** `virtual:iconloom/inline`. In tests, which render nothing, links are unchanged. */
export function servedInlineModule(
  icons: readonly Icon[],
  { isTest }: { readonly isTest: boolean },
): string {
  const symbols = Object.fromEntries(icons.map((icon) => [icon.name, symbolsOf(icon)]));
  return `import { inlineServed } from ${runtimeFile('inline-served')};
import { set } from ${asciiLiteral(HREF_MODULE)};
export const spriteFor = inlineServed(set, ${asciiLiteral(symbols)}, ${isTest});
`;
}
