import { commentText, jsLiteral } from '../core/escape.ts';
import { memo } from '../core/memo.ts';
import { byCodeUnit } from '../core/names.ts';
import type { OutputFile, Sprite } from '../core/types.ts';
import { type Constant, line, linesOf, propertyKey } from './name-lines.ts';
import { NOTICE } from './notice.ts';

/** The language of the generated names. */
export type NamesFormat = 'js' | 'ts';

/** What the names are written from, besides the icons. */
export interface NamesOptions {
  /** `js`: `icons.js` and `icons.d.ts`; `ts`: one `icons.ts`. */
  readonly names: NamesFormat;
  readonly prefix: string;
  /** Default of `iconHref`'s `base`. */
  readonly base: string;
}

/**
 * The typed names. Nothing runs when the module loads, so a bundler drops what is not imported.
 */
export function emitNames(sprite: Sprite, options: NamesOptions): readonly OutputFile[] {
  const file = (path: string, parts: readonly string[]): OutputFile => ({
    path,
    contents: `// ${NOTICE}\n\n${parts.join('\n\n')}\n`,
  });
  return options.names === 'ts'
    ? [file('icons.ts', typescript(sprite, options))]
    : [
        file('icons.js', javascript(sprite, options)),
        file('icons.d.ts', declarations(sprite, options)),
      ];
}

const DOCS = {
  iconNames: '/** The names of all icons, sorted. */',
  IconName: '/** The name of an icon. */',
  IconAlias: '/** A further name of an icon. */',
  IconRecord: '/** What is known of an icon; `width` and `height` are its natural size in px. */',
  icon: '/** The names as constants, aliases too. */',
  icons: '/** What is known of each icon, by name. */',
  aliases: '/** Further names, alias to name. */',
  isIconName: '/** Whether a value is the name of an icon (an alias is not). */',
} as const;

const TYPES = `${DOCS.IconName}
export type IconName = (typeof iconNames)[number];

${DOCS.IconAlias}
export type IconAlias = keyof typeof aliases;

${DOCS.IconRecord}
export interface IconRecord {
  /** Id of the symbol in the sprite. */
  readonly id: string;
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  /** File of the sprite that holds the symbol. */
  readonly sprite: string;
}`;

function javascript(sprite: Sprite, options: NamesOptions): string[] {
  return [
    `${DOCS.iconNames}\nexport const iconNames = ${nameList(sprite)};`,
    `${DOCS.icon}\nexport const icon = ${block(constantsOf(sprite).map(({ value }) => value))};`,
    `${DOCS.icons}\nexport const icons = ${recordTable(sprite)};`,
    `${DOCS.aliases}\nexport const aliases = ${aliasTable(sprite)};`,
    `${DOCS.isIconName}\nexport function isIconName(value) ${IS_ICON_NAME_BODY}`,
    `${hrefDoc(sprite, options)}\nexport function iconHref(name, base = ${jsLiteral(options.base)}) ${hrefBody(sprite, options)}`,
  ];
}

function declarations(sprite: Sprite, options: NamesOptions): string[] {
  const aliases = block(
    aliasesOf(sprite).map(([key, value]) => line(`readonly ${key}: ${value};`)),
  );
  return [
    `${DOCS.iconNames}\nexport declare const iconNames: readonly ${nameList(sprite)};`,
    TYPES,
    `${DOCS.icon}\nexport declare const icon: ${block(constantsOf(sprite).map(({ declaration }) => declaration()))};`,
    `${DOCS.icons}\nexport declare const icons: { readonly [Name in IconName]: IconRecord };`,
    `${DOCS.aliases}\nexport declare const aliases: ${aliases};`,
    `${DOCS.isIconName}\nexport declare function isIconName(value: unknown): value is IconName;`,
    `${hrefDoc(sprite, options)}\nexport declare function iconHref(name: IconName | IconAlias, base?: string): string;`,
  ];
}

function typescript(sprite: Sprite, options: NamesOptions): string[] {
  return [
    `${DOCS.iconNames}\nexport const iconNames = ${nameList(sprite)} as const;`,
    TYPES,
    `${DOCS.icon}\nexport const icon = ${block(constantsOf(sprite).map(({ documented }) => documented()))} as const;`,
    `${DOCS.icons}\nexport const icons: { readonly [Name in IconName]: IconRecord } = ${recordTable(sprite)};`,
    `${DOCS.aliases}\nexport const aliases = ${aliasTable(sprite)} as const;`,
    `${DOCS.isIconName}\nexport function isIconName(value: unknown): value is IconName ${IS_ICON_NAME_BODY}`,
    `${hrefDoc(sprite, options)}\nexport function iconHref(name: IconName | IconAlias, base: string = ${jsLiteral(options.base)}): string ${hrefBody(sprite, options, ' as IconAlias')}`,
  ];
}

const IS_ICON_NAME_BODY = `{
  return typeof value === 'string' && Object.hasOwn(icons, value);
}`;

function hrefDoc(sprite: Sprite, { prefix, base }: NamesOptions): string {
  const folder = base === '' || base.endsWith('/') ? base : `${base}/`;
  const example = `${folder}${sprite.file}#${prefix}${sprite.icons[0]?.name ?? 'name'}`;
  return `/**
 * What to put into \`<use href>\` for an icon, such as \`${commentText(example)}\`.
 *
 * @param base URL of the folder that the sprite is served from.
 */`;
}

/** The tables of records are not touched here, so that a page that only links can drop them. */
function hrefBody(sprite: Sprite, { prefix }: NamesOptions, cast = ''): string {
  const hasAliases = sprite.icons.some(({ aliases }) => aliases.length > 0);
  const id = hasAliases ? `Object.hasOwn(aliases, name) ? aliases[name${cast}] : name` : 'name';
  return `{
  const folder = base === '' || base.endsWith('/') ? base : base + '/';
  return folder + ${jsLiteral(`${sprite.file}#${prefix}`)} + (${id});
}`;
}

function aliasesOf({ icons }: Sprite): (readonly [key: string, value: string])[] {
  return icons
    .flatMap(({ name, aliases }) =>
      aliases.map((alias) => [propertyKey(alias), jsLiteral(name)] as const),
    )
    .sort(([a], [b]) => byCodeUnit(a, b));
}

const constantsOf: (sprite: Sprite) => readonly Constant[] = memo(({ icons }) =>
  icons.flatMap((icon) => linesOf(icon).constants).sort((a, b) => byCodeUnit(a.key, b.key)),
);

function aliasTable(sprite: Sprite): string {
  return block(aliasesOf(sprite).map(([key, value]) => line(`${key}: ${value},`)));
}

function recordTable({ icons, file }: Sprite): string {
  return block(icons.map((icon) => linesOf(icon).record(file)));
}

const nameList: (sprite: Sprite) => string = memo(({ icons }) =>
  icons.length === 0 ? '[]' : `[\n${icons.map((icon) => linesOf(icon).name).join('')}]`,
);

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}}`;
}
