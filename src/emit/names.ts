import { escapeComment, jsLiteral } from '../core/escape.ts';
import { byCodeUnit } from '../core/names.ts';
import type { Icon, PartedFile, Sprite } from '../core/types.ts';
import type { OutputFormat } from './format.ts';
import { line, linesOf, type Pictures, propertyKey } from './name-lines.ts';
import { NOTICE } from './notice.ts';

/** Language of the generated names. */
export type NamesFormat = 'js' | 'ts';

/** Value of `base` that makes links relative to the names module, as in a package. */
export const MODULE_RELATIVE = 'import.meta.url';

/** Options of the names. */
export interface NamesOptions {
  /** `js`: `icons.js` and `icons.d.ts`; `ts`: one `icons.ts`. */
  readonly names: NamesFormat;
  readonly prefix: string;
  /** Default of `iconHref`'s `base`. */
  readonly base: string;
}

/** Lines of all icons of a build, sorted. Holds no icons, to save memory. */
interface NamesTable {
  readonly names: readonly string[];
  readonly records: readonly string[];
  readonly constants: readonly ConstantText[];
  readonly directional: readonly string[];
  /** Alias and name as written. */
  readonly aliases: readonly (readonly [key: string, value: string])[];
  /** First icon by name. */
  readonly first: { readonly name: string; readonly file: string } | undefined;
  /** File of all icons, if there is only one. */
  readonly file: string | undefined;
  readonly files: readonly string[];
  readonly pictures: Pictures;
}

interface ConstantText {
  readonly key: string;
  /** `chevronDown: "chevron-down",` */
  readonly value: string;
  /** Declaration or source line with doc comment and picture. */
  readonly documented: (pictures: Pictures) => string;
}

/** Collects the typed names, sprite by sprite. */
export interface NamesEmitter {
  readonly add: (sprite: Sprite) => void;
  readonly end: () => readonly PartedFile[];
}

/** Maximum number of icons with pictures: editors do not load larger files for tooltips. */
const MAX_PICTURES = 20_000;

function picturesFor(iconCount: number): Pictures {
  return iconCount > MAX_PICTURES ? 'left out' : 'shown';
}

/**
 * Opens the emitter of the typed names. The module has no side effects, so bundlers drop unused exports.
 */
export function openNames(options: NamesOptions): NamesEmitter {
  const form = options.names === 'ts' ? 'documented' : 'declaration';
  const icons: { readonly name: string; readonly file: string; readonly lines: RecordLines }[] = [];
  const aliases: (readonly [key: string, value: string])[] = [];
  const directional: string[] = [];
  const files = new Set<string>();
  const constants: ConstantText[] = [];
  /** Number of constants that no longer hold their icon. */
  let strippedCount = 0;
  const pictures = () => picturesFor(icons.length);
  return {
    add({ icons: members, file }) {
      files.add(file);
      for (const icon of members) {
        const lines = linesOf(icon);
        icons.push({
          name: icon.name,
          file,
          lines: { name: lines.name, record: lines.record(file) },
        });
        if (icon.source.meta.directional) directional.push(icon.name, ...icon.aliases);
        for (const alias of icon.aliases) {
          aliases.push([propertyKey(alias), jsLiteral(icon.name)]);
        }
        for (const { key, value, [form]: documented } of lines.constants) {
          constants.push({ key, value, documented });
        }
      }
      if (pictures() === 'shown') return;
      for (; strippedCount < constants.length; strippedCount++) {
        constants[strippedCount] = withoutPicture(constants[strippedCount] as ConstantText);
      }
    },
    end() {
      icons.sort((a, b) => byCodeUnit(a.name, b.name));
      const [first] = icons;
      const [file, ...others] = files;
      const table: NamesTable = {
        names: icons.map(({ lines }) => lines.name),
        records: icons.map(({ lines }) => lines.record),
        constants: constants.sort((a, b) => byCodeUnit(a.key, b.key)),
        directional: directional.sort(byCodeUnit).map((name) => line(`${jsLiteral(name)},`)),
        aliases: aliases.sort(([a], [b]) => byCodeUnit(a, b)),
        first,
        file: others.length === 0 ? file : undefined,
        files: [...files].sort(byCodeUnit),
        pictures: pictures(),
      };
      return filesOf(table, options);
    },
  };
}

/**
 * Lines of an icon in a file of the typed names that may change with its source file; `undefined` if
 * the file is no such.
 *
 * @param file file of its sprite
 */
export function namesLines(
  path: string,
  icon: Icon,
  { file, iconCount }: { readonly file: string; readonly iconCount: number },
): readonly string[] | undefined {
  const { record, constants } = linesOf(icon);
  const pictures = picturesFor(iconCount);
  if (path === 'icons.js') return [record(file)];
  if (path === 'icons.d.ts') return constants.map(({ declaration }) => declaration(pictures));
  if (path !== 'icons.ts') return undefined;
  return [record(file), ...constants.map(({ documented }) => documented(pictures))];
}

/** Files of the typed names. */
export const NAMES_FILES: readonly string[] = ['icons.js', 'icons.d.ts', 'icons.ts'];

/** Typed names, which every build writes. */
export const namesFormat: OutputFormat<NamesOptions> = {
  name: 'names',
  folder: 'outputs',
  open(options) {
    const { add, end } = openNames(options);
    return {
      add(sprite) {
        add(sprite);
        return [];
      },
      end,
    };
  },
};

interface RecordLines {
  readonly name: string;
  readonly record: string;
}

/** Replaces the function by its text, since the function holds the icon. */
function withoutPicture({ key, value, documented }: ConstantText): ConstantText {
  const text = documented('left out');
  return { key, value, documented: () => text };
}

function filesOf(table: NamesTable, options: NamesOptions): readonly PartedFile[] {
  const file = (path: string, sections: readonly Section[]): PartedFile => ({
    path,
    parts: [`// ${NOTICE}\n`, ...sections.flatMap((section) => ['\n', ...section, '\n'])],
  });
  return options.names === 'ts'
    ? [file('icons.ts', typescript(table, options))]
    : [
        file('icons.js', javascript(table, options)),
        file('icons.d.ts', declarations(table, options)),
      ];
}

/** One export of the module, in parts. */
type Section = readonly string[];

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

function javascript(table: NamesTable, options: NamesOptions): Section[] {
  return [
    [`${DOCS.iconNames}\nexport const iconNames = `, ...list(table.names), ';'],
    [`${DOCS.icon}\nexport const icon = `, ...block(valuesOf(table)), ';'],
    [`${DOCS.icons}\nexport const icons = `, ...block(table.records), ';'],
    [`${DOCS.aliases}\nexport const aliases = `, ...aliasTable(table), ';'],
    [`${DOCS.directional}\nexport const directional = `, ...list(table.directional), ';'],
    [`${DOCS.isIconName}\nexport function isIconName(value) ${IS_ICON_NAME_BODY}`],
    [
      `${hrefDoc(table, options)}\nexport function iconHref(name, base${defaultBase(options)}) ${hrefBody(table, options)}`,
    ],
  ];
}

function declarations(table: NamesTable, options: NamesOptions): Section[] {
  const aliases = block(table.aliases.map(([key, value]) => line(`readonly ${key}: ${value};`)));
  return [
    [`${DOCS.iconNames}\nexport declare const iconNames: readonly `, ...list(table.names), ';'],
    [TYPES],
    [`${DOCS.icon}\nexport declare const icon: `, ...block(documentedOf(table)), ';'],
    [`${DOCS.icons}\nexport declare const icons: { readonly [Name in IconName]: IconRecord };`],
    [`${DOCS.aliases}\nexport declare const aliases: `, ...aliases, ';'],
    [`${DOCS.directional}\nexport declare const directional: readonly (IconName | IconAlias)[];`],
    [`${DOCS.isIconName}\nexport declare function isIconName(value: unknown): value is IconName;`],
    [
      `${hrefDoc(table, options)}\nexport declare function iconHref(name: IconName | IconAlias, base?: string): string;`,
    ],
  ];
}

function typescript(table: NamesTable, options: NamesOptions): Section[] {
  const records = `${DOCS.icons}\nexport const icons: { readonly [Name in IconName]: IconRecord } = `;
  return [
    [`${DOCS.iconNames}\nexport const iconNames = `, ...list(table.names), ' as const;'],
    [TYPES],
    [`${DOCS.icon}\nexport const icon = `, ...block(documentedOf(table)), ' as const;'],
    [records, ...block(table.records), ';'],
    [`${DOCS.aliases}\nexport const aliases = `, ...aliasTable(table), ' as const;'],
    [
      `${DOCS.directional}\nexport const directional: readonly (IconName | IconAlias)[] = `,
      ...[...list(table.directional), ';'],
    ],
    [
      `${DOCS.isIconName}\nexport function isIconName(value: unknown): value is IconName ${IS_ICON_NAME_BODY}`,
    ],
    [
      `${hrefDoc(table, options)}\nexport function iconHref(name: IconName | IconAlias, base${defaultBase(options, 'string')}): string ${hrefBody(table, options, ' as IconName')}`,
    ],
  ];
}

const IS_ICON_NAME_BODY = `{
  return typeof value === 'string' && Object.hasOwn(icons, value);
}`;

/** Type, in TypeScript, and default of a parameter. */
function defaultBase({ base }: NamesOptions, type?: string): string {
  if (base === MODULE_RELATIVE) return type === undefined ? '' : `?: ${type}`;
  return `${type === undefined ? '' : `: ${type}`} = ${jsLiteral(base)}`;
}

function hrefDoc(table: NamesTable, { prefix, base }: NamesOptions): string {
  const isKnown = base !== MODULE_RELATIVE;
  const folder = !isKnown || base === '' || base.endsWith('/') ? '' : '/';
  const { file = table.file, name = 'name' } = table.first ?? {};
  const example = `${isKnown ? base : ''}${folder}${file}#${prefix}${name}`;
  return `/**
 * What to put into \`<use href>\` for an icon, such as \`${escapeComment(example)}\`.
 *
 * @param base URL of the folder that the sprite is served from.${isKnown ? '' : ' Default: where bundlers put the sprite.'}
 */`;
}

/** Body of `iconHref`. Does not use the records if possible, so that pages that only link can drop them. */
function hrefBody(table: NamesTable, { prefix, base }: NamesOptions, cast = ''): string {
  const hasAliases = table.aliases.length > 0;
  const alias = cast && ' as IconAlias';
  const target = hasAliases
    ? `Object.hasOwn(aliases, name) ? aliases[name${alias}] : name`
    : 'name';
  const folder = `const folder = base === '' || base.endsWith('/') ? base : base + '/';`;
  const isBeside = base === MODULE_RELATIVE;
  if (table.file === undefined) {
    const key = cast ? `(${target})${cast}` : target;
    const linked = isBeside ? `\n  if (base === undefined) {\n${spriteLinks(table)}  }` : '';
    const rest = isBeside ? folder.replaceAll('base', "(base ?? '')") : folder;
    return `{
  const { sprite, id } = icons[${key}];${linked}
  ${rest}
  return folder + sprite + '#' + id;
}`;
  }
  const hash = jsLiteral(`#${prefix}`);
  const linked = isBeside
    ? `\n  if (base === undefined) return ${linkTo(table.file)} + ${hash} + (${target});`
    : '';
  return `{${linked}
  ${folder}
  return folder + ${jsLiteral(`${table.file}#${prefix}`)} + (${target});
}`;
}

/** One literal URL per sprite, since bundlers only follow literal URLs. */
function spriteLinks({ files }: NamesTable): string {
  return files
    .map((file) => `    if (sprite === ${jsLiteral(file)}) return ${linkTo(file)} + '#' + id;\n`)
    .join('');
}

/** URL of a file beside the names, in the syntax that bundlers recognize as an asset. */
function linkTo(file: string): string {
  return `new URL(${jsLiteral(`./${encodeURIComponent(file)}?no-inline`)}, import.meta.url).href`;
}

function valuesOf({ constants }: NamesTable): Section {
  return constants.map(({ value }) => value);
}

function documentedOf({ constants, pictures }: NamesTable): Section {
  return constants.map(({ documented }) => documented(pictures));
}

function aliasTable({ aliases }: NamesTable): Section {
  return block(aliases.map(([key, value]) => line(`${key}: ${value},`)));
}

function list(lines: Section): Section {
  return lines.length === 0 ? ['[]'] : ['[\n', ...lines, ']'];
}

function block(lines: Section): Section {
  return lines.length === 0 ? ['{}'] : ['{\n', ...lines, '}'];
}
