import { kebabCase } from './names.ts';

/** What decides which ids an icon's symbol has besides its own. */
export interface IdOptions {
  /** Put before names to make ids. */
  readonly prefix: string;
  /** Templates of further ids: `icon-[dir]-[name]`. */
  readonly ids: readonly string[];
}

/** An icon, as far as its ids follow from it. */
export interface Identified {
  readonly name: string;
  /** Path of its source file, with forward slashes. */
  readonly file: string;
  readonly aliases: readonly string[];
}

/** A further id, and what it follows from: a template or an alias. */
export interface FurtherId {
  readonly id: string;
  readonly from: string;
}

/**
 * Further ids of an icon's symbol, without its own: one for each template, and one for each alias
 * that is not in kebab-case. Ids that no link could name are in it, too; see {@link isLinkable}.
 */
export function furtherIds(icon: Identified, { prefix, ids }: IdOptions): readonly FurtherId[] {
  const own = prefix + icon.name;
  const found = new Map<string, FurtherId>();
  const add = (id: string, from: string) => {
    if (id !== own && !found.has(id)) found.set(id, { id, from });
  };
  for (const template of ids) add(idFromTemplate(template, icon), template);
  for (const alias of icon.aliases) {
    if (isLegacyAlias(alias)) add(prefix + alias, alias);
  }
  return [...found.values()];
}

/** The id that pages know an icon by: that of the first template, else its own. */
export function firstId(icon: Identified, { prefix, ids: [template] }: IdOptions): string {
  return template === undefined ? prefix + icon.name : idFromTemplate(template, icon);
}

/** Whether an alias is a name in another spelling than ours: `nav/menuOpen`, `heart_filled`. */
function isLegacyAlias(alias: string): boolean {
  return kebabCase(alias) !== alias;
}

/**
 * Checks whether text can be an id or an alias: letters, digits and the marks of paths, which mean
 * nothing in markup, style sheets, scripts and comments; and no name that object literals treat
 * specially.
 */
export function isLinkable(text: string): boolean {
  return text !== '__proto__' && /^[\p{L}\p{N}\p{M}_.:/@+~-]+$/u.test(text);
}

/** The names by which constants are called: the icon's own and aliases in kebab-case. */
export function constantNames({
  name,
  aliases,
}: Pick<Identified, 'name' | 'aliases'>): readonly string[] {
  return aliases.length === 0 ? [name] : [name, ...aliases.filter((each) => !isLegacyAlias(each))];
}

/** What a template may hold, as a pattern for a placeholder. */
export const TEMPLATE_KEYS: readonly string[] = ['name', 'dir', 'folder', 'path'];

const PLACE = /\[(name|dir|folder|path)\]/;

/**
 * The id that a template gives an icon. Of `nav/menuOpen.svg` below `icons`, `[name]` is `menuOpen`,
 * `[dir]` `nav`, `[path]` `nav/menuOpen` and `[folder]` the folder that the file lies in. What stands
 * behind `[dir]` also joins its parts, and goes where there is no folder.
 */
function idFromTemplate(template: string, icon: Identified): string {
  const path = pathBelow(icon);
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const parts = template.split(PLACE);
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

/** Path below the input folder that gave an icon its name, without the ending. */
function pathBelow({ name, file }: Identified): string {
  const segments = file.replace(/\.svg$/i, '').split('/');
  for (let from = segments.length - 1; from >= 0; from--) {
    const path = segments.slice(from).join('/');
    if (kebabCase(path) === name) return path;
  }
  // An icon of a set is called after its entry there.
  return name;
}

/** What all ids of a template begin with: `icon-` of `icon-[dir]-[name]`. */
export function templateHead(template: string): string {
  return template.split('[')[0] ?? '';
}
