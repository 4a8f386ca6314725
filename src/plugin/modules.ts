import { type BoundEntry, HREF_MODULE, INLINE_MODULE, toStatic } from '../code/module-ids.ts';
import { asciiLiteral, placeholder } from './placeholder.ts';

/** Options for the code of the modules of a production build. */
export interface ModuleOptions {
  /** Put before names to make ids. */
  readonly prefix: string;
  /** True if there may be several sprites, of this build or of earlier ones. */
  readonly isSplit: boolean;
  /** Names of icons that are always in the page. */
  readonly critical: readonly string[];
  /** True if the sprite may be on another origin than the page. */
  readonly mayBeCrossOrigin: boolean;
}

/**
 * Module that all others use: it maps the name of an icon to its href. If nothing calls `rename`,
 * bundlers drop the check for renamed ids.
 */
export function hrefModule({ prefix, isSplit, critical, mayBeCrossOrigin }: ModuleOptions): string {
  const id = prefix === '' ? 'name' : `${asciiLiteral(prefix)} + name`;
  const url = isSplit ? 'urls[sprites[name] ?? 0]' : 'spriteUrl';
  const inPage =
    critical.length > 0 ? `${asciiLiteral(critical)}.includes(name) ? "#" + ${id} : ` : '';
  const tables = isSplit
    ? `const sprites = ${placeholder('sprites')};\nconst urls = ${placeholder('urls')};\n`
    : '';
  const inSprite = `(renamed ? renamed[${id}] ?? ${id} : ${id})`;
  const link = mayBeCrossOrigin
    ? `${url} ? crossOriginHref(${url}, ${id}) : "#" + ${inSprite}`
    : `${url} + "#" + ${inSprite}`;
  const helper = mayBeCrossOrigin
    ? "import { crossOriginHref } from 'iconloom/cross-origin';\n"
    : '';
  return `${helper}${tables}export const spriteUrl = ${placeholder('url')};
let renamed;
export const rename = (ids) => {
  renamed = { __proto__: null, ...ids };
};
export const hrefOf = (name) => ${inPage}${link};
`;
}

/** `virtual:iconloom` for modules in which every name is known and has a placeholder. */
export function staticModule(): string {
  return `export { hrefOf as iconHref } from ${asciiLiteral(HREF_MODULE)};
export const icon = {};
export const directional = ${placeholder('directional')};
`;
}

/** `virtual:iconloom` for all other modules, which may use any icon. */
export function dynamicModule(): string {
  return `import { hrefOf } from ${asciiLiteral(HREF_MODULE)};
export const iconNames = ${placeholder('names')};
export const iconIds = ${placeholder('ids')};
export const icon = ${placeholder('constants')};
export const aliases = ${placeholder('aliases')};
export const directional = ${placeholder('directional')};
export const spriteUrl = ${placeholder('url', 'any')};
export const isIconName = (value) => iconNames.includes(value);
export const iconHref = (name) => hrefOf(Object.hasOwn(aliases, name) ? aliases[name] : name);
`;
}

/** `iconloom:<name>`. */
export function iconModule(name: string): string {
  return `import { hrefOf } from ${asciiLiteral(HREF_MODULE)};
export default /*#__PURE__*/hrefOf(${placeholder('name', name)});
`;
}

/** Code of the export of each entry that is bound to the app's icons. */
const BOUND_EXPORTS: Readonly<Record<BoundEntry, (entry: string) => string>> = {
  react: component,
  vue: component,
  svelte: component,
  solid: component,
  html: () => `import { createIconHtml } from 'iconloom/html';
export const iconHtml = /*#__PURE__*/createIconHtml(set);
`,
  element: () => `import { defineIconElement as define } from 'iconloom/element';
export const defineIconElement = (given = set, tag) => define(given, tag);
`,
};

function component(entry: string): string {
  return `import { createIcon } from 'iconloom/${entry}';
export const Icon = /*#__PURE__*/createIcon(set);
`;
}

/** Mode of a component: production, development, or pages of a development server. */
export type BindingTarget = 'production' | 'development' | 'served';

const SETS: Readonly<Record<BindingTarget, (from: string) => string>> = {
  // With a namespace object, bundlers would keep all exports.
  production: (from) =>
    `import { directional, iconHref } from ${from};\nconst set = { iconHref, directional };\n`,
  development: (from) => `import * as set from ${from};\n`,
  // Names are not checked without a list of them: the server shows what is missing until it comes.
  served: (from) =>
    `import { directional, iconHref, spriteUrl } from ${from};\nconst set = { iconHref, directional, spriteUrl };\n`,
};

/** Set for custom elements. Two apps may define the same tag: names decide whose icon is shown. */
const ELEMENT_SET = `import { aliases, directional, iconHref, isIconName } from 'virtual:iconloom';
const set = { aliases, directional, iconHref, isIconName };
`;

/** Options for the code of a bound entry. */
export interface BindingOptions {
  /** True if every name that it gets is known. Default: false. */
  readonly isStatic?: boolean;
  readonly target: BindingTarget;
}

/** Entry of the package with its component bound to the app's icons. */
export function boundModule(
  entry: BoundEntry,
  { isStatic = false, target }: BindingOptions,
): string {
  const from = asciiLiteral(isStatic ? toStatic('virtual:iconloom') : 'virtual:iconloom');
  const exportCode = BOUND_EXPORTS[entry](entry);
  const set = entry === 'element' && target === 'production' ? ELEMENT_SET : SETS[target](from);
  return `${set}export * from 'iconloom/${entry}';\n${exportCode}`;
}

/**
 * `virtual:iconloom/inline` if every name is known: puts the sprite into the page. Another app in
 * the page may have icons of the same names; links use the renamed ids.
 */
export function staticInlineModule(prefix: string): string {
  return `import { createSpriteFor, inlineSprite } from 'iconloom/inline';
import { rename } from ${asciiLiteral(HREF_MODULE)};
const symbols = ${placeholder('symbols')};
const isInPage = typeof document !== 'undefined' && symbols.length > 0;
const renamed = isInPage ? inlineSprite('<svg xmlns="http://www.w3.org/2000/svg">' + symbols.join('') + '</svg>', { onConflict: 'rename' }).renamed : {};
if (isInPage) rename(renamed);
export const spriteFor = /*#__PURE__*/createSpriteFor(symbols, ${asciiLiteral(prefix)}, renamed);
`;
}

/** `virtual:iconloom/inline` for all other modules: its function may get any name. */
export function dynamicInlineModule(): string {
  return `import { aliases } from 'virtual:iconloom';
import { spriteFor as cut } from ${asciiLiteral(toStatic(INLINE_MODULE))};
export const spriteFor = (names) => cut(Array.from(names, (name) => Object.hasOwn(aliases, name) ? aliases[name] : name));
`;
}
