import { kebabCase } from './names.ts';

/** Options that set the additional ids of an icon's symbol. */
export interface IdOptions {
  /** Text before names in ids. */
  readonly prefix: string;
  /** Templates of additional ids: `icon-[dir]-[name]`. */
  readonly ids: readonly string[];
}

/** Part of an icon that its ids depend on. */
export interface IdSource {
  readonly name: string;
  /** Path of its source file, with forward slashes. */
  readonly file: string;
  readonly aliases: readonly string[];
}

/** Additional id and its origin: a template or an alias. */
export interface AdditionalId {
  readonly id: string;
  readonly from: string;
}

/**
 * Returns the additional ids of an icon's symbol: one for each template, and one for each alias that
 * is not in kebab-case. They include ids that no link can refer to; see {@link isValidId}.
 */
export function additionalIds(icon: IdSource, { prefix, ids }: IdOptions): readonly AdditionalId[] {
  const ownId = prefix + icon.name;
  const additional = new Map<string, AdditionalId>();
  const add = (id: string, from: string) => {
    if (id !== ownId && !additional.has(id)) additional.set(id, { id, from });
  };
  for (const template of ids) add(idFromTemplate(template, icon), template);
  for (const alias of icon.aliases) {
    if (isLegacyAlias(alias)) add(prefix + alias, alias);
  }
  return [...additional.values()];
}

/** Returns the id that pages use for an icon: that of the first template, or its own. */
export function primaryId(icon: IdSource, { prefix, ids: [template] }: IdOptions): string {
  return template === undefined ? prefix + icon.name : idFromTemplate(template, icon);
}

/** Checks whether an alias is not in kebab-case: `nav/menuOpen`, `heart_filled`. */
function isLegacyAlias(alias: string): boolean {
  return kebabCase(alias) !== alias;
}

/**
 * Checks whether text can be an id or an alias: letters, digits and the punctuation of paths, which
 * have no special meaning in markup, style sheets, scripts and comments; and not a name that object
 * literals treat specially.
 */
export function isValidId(text: string): boolean {
  return (
    text !== '__proto__' && (ASCII_ID.test(text) || /^[\p{L}\p{N}\p{M}_.:/@+~-]+$/u.test(text))
  );
}

/** Most ids. Compiling classes of Unicode takes a notable part of a small build. */
const ASCII_ID = /^[\w.:/@+~-]+$/;

/** Returns the names of an icon's constants: its own name and its aliases in kebab-case. */
export function constantNames({
  name,
  aliases,
}: Pick<IdSource, 'name' | 'aliases'>): readonly string[] {
  return aliases.length === 0 ? [name] : [name, ...aliases.filter((each) => !isLegacyAlias(each))];
}

/** Placeholders of a template. */
export const TEMPLATE_KEYS: readonly string[] = ['name', 'dir', 'folder', 'path'];

const PLACEHOLDER = /\[(name|dir|folder|path)\]/;

/**
 * Fills in a template for an icon. For `nav/menuOpen.svg` below `icons`, `[name]` is `menuOpen`,
 * `[dir]` is `nav`, `[path]` is `nav/menuOpen` and `[folder]` is the folder of the file. The text
 * after `[dir]` also joins its parts, and is left out if there is no folder.
 */
function idFromTemplate(template: string, icon: IdSource): string {
  const path = pathBelowInput(icon);
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const parts = template.split(PLACEHOLDER);
  let id = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const [key, text = ''] = [parts[at], parts[at + 1]];
    if (key === 'dir') id += segments.length > 0 ? segments.join(text) + text : '';
    else if (key === 'name') id += name + text;
    else if (key === 'path') id += path + text;
    else id += (icon.file.split('/').at(-2) ?? '') + text;
  }
  return id;
}

/** Returns the path below the input folder that the name comes from, without the extension. */
function pathBelowInput({ name, file }: IdSource): string {
  const segments = file.replace(/\.svg$/i, '').split('/');
  for (let from = segments.length - 1; from >= 0; from--) {
    const path = segments.slice(from).join('/');
    if (kebabCase(path) === name) return path;
  }
  // An icon of a set is named after its entry in the set.
  return name;
}

/** Returns the fixed beginning of a template: `icon-` of `icon-[dir]-[name]`. */
export function templatePrefix(template: string): string {
  return template.split('[')[0] ?? '';
}
