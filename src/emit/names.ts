import { commentText, jsLiteral } from '../core/escape.ts';
import { memo } from '../core/memo.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon, OutputFile, Sprite } from '../core/types.ts';
import { type Constant, line, linesOf, type Pictures, propertyKey } from './name-lines.ts';
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

/** All icons of a build, and the files of the sprites that hold them. */
interface Table {
  readonly icons: readonly Icon[];
  readonly fileOf: (icon: Icon) => string;
  /** The file of all of them, where there is but one. */
  readonly file: string | undefined;
}

function tableOf(sprites: readonly Sprite[]): Table {
  const [first, ...others] = sprites;
  if (first && others.length === 0) return { ...first, fileOf: () => first.file };
  const files = new Map(sprites.flatMap(({ icons, file }) => icons.map((icon) => [icon, file])));
  const icons = [...files.keys()].sort((a, b) => byCodeUnit(a.name, b.name));
  return { icons, file: undefined, fileOf: (icon) => files.get(icon) ?? '' };
}

/**
 * The typed names. Nothing runs when the module loads, so a bundler drops what is not imported.
 */
export function emitNames(
  sprites: readonly Sprite[],
  options: NamesOptions,
): readonly OutputFile[] {
  const table = tableOf(sprites);
  const file = (path: string, parts: readonly string[]): OutputFile => ({
    path,
    contents: `// ${NOTICE}\n\n${parts.join('\n\n')}\n`,
  });
  return options.names === 'ts'
    ? [file('icons.ts', typescript(table, options))]
    : [
        file('icons.js', javascript(table, options)),
        file('icons.d.ts', declarations(table, options)),
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
  directional: '/** Names and aliases of the icons that mirror in right-to-left text, sorted. */',
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

function javascript(table: Table, options: NamesOptions): string[] {
  return [
    `${DOCS.iconNames}\nexport const iconNames = ${nameList(table)};`,
    `${DOCS.icon}\nexport const icon = ${block(constantsOf(table).map(({ value }) => value))};`,
    `${DOCS.icons}\nexport const icons = ${recordTable(table)};`,
    `${DOCS.aliases}\nexport const aliases = ${aliasTable(table)};`,
    `${DOCS.directional}\nexport const directional = ${directionalList(table)};`,
    `${DOCS.isIconName}\nexport function isIconName(value) ${IS_ICON_NAME_BODY}`,
    `${hrefDoc(table, options)}\nexport function iconHref(name, base = ${jsLiteral(options.base)}) ${hrefBody(table, options)}`,
  ];
}

function declarations(table: Table, options: NamesOptions): string[] {
  const aliases = block(aliasesOf(table).map(([key, value]) => line(`readonly ${key}: ${value};`)));
  return [
    `${DOCS.iconNames}\nexport declare const iconNames: readonly ${nameList(table)};`,
    TYPES,
    `${DOCS.icon}\nexport declare const icon: ${block(constantsOf(table).map(({ declaration }) => declaration(picturesFor(table))))};`,
    `${DOCS.icons}\nexport declare const icons: { readonly [Name in IconName]: IconRecord };`,
    `${DOCS.aliases}\nexport declare const aliases: ${aliases};`,
    `${DOCS.directional}\nexport declare const directional: readonly (IconName | IconAlias)[];`,
    `${DOCS.isIconName}\nexport declare function isIconName(value: unknown): value is IconName;`,
    `${hrefDoc(table, options)}\nexport declare function iconHref(name: IconName | IconAlias, base?: string): string;`,
  ];
}

function typescript(table: Table, options: NamesOptions): string[] {
  return [
    `${DOCS.iconNames}\nexport const iconNames = ${nameList(table)} as const;`,
    TYPES,
    `${DOCS.icon}\nexport const icon = ${block(constantsOf(table).map(({ documented }) => documented(picturesFor(table))))} as const;`,
    `${DOCS.icons}\nexport const icons: { readonly [Name in IconName]: IconRecord } = ${recordTable(table)};`,
    `${DOCS.aliases}\nexport const aliases = ${aliasTable(table)} as const;`,
    `${DOCS.directional}\nexport const directional: readonly (IconName | IconAlias)[] = ${directionalList(table)};`,
    `${DOCS.isIconName}\nexport function isIconName(value: unknown): value is IconName ${IS_ICON_NAME_BODY}`,
    `${hrefDoc(table, options)}\nexport function iconHref(name: IconName | IconAlias, base: string = ${jsLiteral(options.base)}): string ${hrefBody(table, options, ' as IconName')}`,
  ];
}

/** Icons from which pictures are left out: no editor opens a file of such a size to show one. */
const MOST_PICTURES = 20_000;

function picturesFor({ icons }: Table): Pictures {
  return icons.length > MOST_PICTURES ? 'left out' : 'shown';
}

const IS_ICON_NAME_BODY = `{
  return typeof value === 'string' && Object.hasOwn(icons, value);
}`;

function hrefDoc(table: Table, { prefix, base }: NamesOptions): string {
  const folder = base === '' || base.endsWith('/') ? base : `${base}/`;
  const [first] = table.icons;
  const file = first ? table.fileOf(first) : table.file;
  const example = `${folder}${file}#${prefix}${first?.name ?? 'name'}`;
  return `/**
 * What to put into \`<use href>\` for an icon, such as \`${commentText(example)}\`.
 *
 * @param base URL of the folder that the sprite is served from.
 */`;
}

/** The tables of records are not touched here, so that a page that only links can drop them. */
function hrefBody(table: Table, { prefix }: NamesOptions, cast = ''): string {
  const hasAliases = table.icons.some(({ aliases }) => aliases.length > 0);
  const alias = cast && ' as IconAlias';
  const own = hasAliases ? `Object.hasOwn(aliases, name) ? aliases[name${alias}] : name` : 'name';
  const folder = `const folder = base === '' || base.endsWith('/') ? base : base + '/';`;
  if (table.file === undefined) {
    const key = cast ? `(${own})${cast}` : own;
    return `{
  ${folder}
  const { sprite, id } = icons[${key}];
  return folder + sprite + '#' + id;
}`;
  }
  return `{
  ${folder}
  return folder + ${jsLiteral(`${table.file}#${prefix}`)} + (${own});
}`;
}

function aliasesOf({ icons }: Table): (readonly [key: string, value: string])[] {
  return icons
    .flatMap(({ name, aliases }) =>
      aliases.map((alias) => [propertyKey(alias), jsLiteral(name)] as const),
    )
    .sort(([a], [b]) => byCodeUnit(a, b));
}

const constantsOf: (table: Table) => readonly Constant[] = memo(({ icons }) =>
  icons.flatMap((icon) => linesOf(icon).constants).sort((a, b) => byCodeUnit(a.key, b.key)),
);

function aliasTable(table: Table): string {
  return block(aliasesOf(table).map(([key, value]) => line(`${key}: ${value},`)));
}

function directionalList({ icons }: Table): string {
  const names = icons
    .filter(({ source }) => source.meta.directional)
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  const lines = names.sort(byCodeUnit).map((name) => line(`${jsLiteral(name)},`));
  return lines.length === 0 ? '[]' : `[\n${lines.join('')}]`;
}

function recordTable({ icons, fileOf }: Table): string {
  return block(icons.map((icon) => linesOf(icon).record(fileOf(icon))));
}

const nameList: (table: Table) => string = memo(({ icons }) =>
  icons.length === 0 ? '[]' : `[\n${icons.map((icon) => linesOf(icon).name).join('')}]`,
);

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}}`;
}
