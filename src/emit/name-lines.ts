import { displayNameOf } from '../core/display-name.ts';
import { escapeComment, escapeDocComment, jsLiteral } from '../core/escape.ts';
import { markdownCode } from '../core/markdown.ts';
import { memoize } from '../core/memoize.ts';
import { identifierFromName, titleFromName } from '../core/names.ts';
import { constantNames } from '../core/symbol-ids.ts';
import type { Icon, IconDeprecation } from '../core/types.ts';
import { tooltipPicture } from './picture.ts';

/** Lines of one icon in the typed names. */
export interface IconLines {
  readonly name: string;
  /** @param file file of its sprite */
  readonly record: (file: string) => string;
  readonly constants: readonly Constant[];
}

/** Constant in all forms in which it is written; pictures are rendered only when needed. */
interface Constant {
  /** Sort key. */
  readonly key: string;
  /** `chevronDown: "chevron-down",` */
  readonly value: string;
  /** `value` with its doc comment and picture. */
  readonly documented: (pictures: Pictures) => string;
  /** `readonly chevronDown: "chevron-down";` with its picture. */
  readonly declaration: (pictures: Pictures) => string;
}

/** Visibility of pictures in doc comments. */
export type Pictures = 'shown' | 'left out';

/** Memoized per icon: nearly all lines stay the same after one icon has changed. */
export const linesOf: (icon: Icon) => IconLines = memoize((icon) => ({
  name: line(`${jsLiteral(icon.name)},`),
  record: memoizeLast((file) => recordOf(icon, file)),
  constants: constantNames(icon).map((name) => constantOf(icon, name, noteOn(icon, name))),
}));

/** Title of an icon at its display name; at its other names, that name. */
function noteOn(icon: Icon, name: string): string {
  const shown = displayNameOf(icon);
  const title = escapeDocComment(icon.title);
  if (name === shown) return title;
  if (name !== icon.name) return `Alias of \`${shown}\`.`;
  return `${title}${/\p{P}$/u.test(title) ? '' : '.'} Also named \`${shown}\`.`;
}

function recordOf({ name, id, facts: { viewBox, width, height } }: Icon, file: string): string {
  const size = `viewBox: ${jsLiteral(viewBox)}, width: ${width}, height: ${height}`;
  const record = `{ id: ${jsLiteral(id)}, ${size}, sprite: ${jsLiteral(file)} }`;
  return line(`${propertyKey(name)}: ${record},`);
}

/** @param note Markdown on one line */
function constantOf(icon: Icon, name: string, note: string): Constant {
  const key = propertyKey(identifierFromName(name));
  const value = `${key}: ${jsLiteral(icon.name)}`;
  const { deprecated } = icon.source.meta;
  const tag = deprecated ? `   *\n   * ${deprecationTag(deprecated)}\n` : '';
  const doc = (pictures: string) => {
    if (pictures === 'left out' && tag === '') {
      return note === escapeDocComment(titleFromName(name)) ? '' : `/** ${note} */\n  `;
    }
    const picture = pictures === 'shown' ? `   *\n   * ${tooltipPicture(icon)}\n` : '';
    return `/**\n   * ${note}\n${picture}${tag}   */\n  `;
  };
  return {
    key,
    value: line(`${value},`),
    documented: memoizeLast((pictures) => line(`${doc(pictures)}${value},`)),
    declaration: memoizeLast((pictures) => line(`${doc(pictures)}readonly ${value};`)),
  };
}

/** `@deprecated since 2.1.0: use \`close\`. The cross is gone.` */
function deprecationTag({ use, since, note }: IconDeprecation): string {
  const when = since === undefined ? '' : ` since ${escapeDocComment(since)}`;
  const what = use === undefined ? '' : `${when === '' ? ' ' : ': '}use ${markdownCode(use)}`;
  const why = note === undefined ? '' : ` ${escapeDocComment(note)}`;
  return escapeComment(`@deprecated${when}${what}${when + what === '' ? '' : '.'}${why}`);
}

/** Line of a table. Joined: V8 would flatten a template string again at each use. */
export function line(text: string): string {
  return ['  ', text, '\n'].join('');
}

/** Memoizes the last result of a function. */
function memoizeLast(make: (argument: string) => string): (argument?: string) => string {
  let cached: { readonly argument: string; readonly made: string } | undefined;
  return (argument = '') => {
    if (cached?.argument !== argument) cached = { argument, made: make(argument) };
    return cached.made;
  };
}

/** Key of an object literal, quoted unless it is a plain identifier. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : jsLiteral(key);
}
