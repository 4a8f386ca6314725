import { commentText, docText, jsLiteral } from '../core/escape.ts';
import { markdownCode } from '../core/markdown.ts';
import { memo } from '../core/memo.ts';
import { identifierFromName, titleFromName } from '../core/names.ts';
import { constantNames } from '../core/symbol-ids.ts';
import type { Icon, IconDeprecation } from '../core/types.ts';
import { pictureOf } from './picture.ts';

/** What the typed names say of one icon, line by line. */
export interface IconLines {
  readonly name: string;
  /** @param file that holds its sprite */
  readonly record: (file: string) => string;
  readonly constants: readonly Constant[];
}

/** A constant in the forms in which it is written; pictures are drawn for those that hold one. */
interface Constant {
  /** What constants are sorted by. */
  readonly key: string;
  /** `chevronDown: "chevron-down",` */
  readonly value: string;
  /** The same with its picture. */
  readonly documented: (pictures: Pictures) => string;
  /** `readonly chevronDown: "chevron-down";` with its picture. */
  readonly declaration: (pictures: Pictures) => string;
}

/** Whether constants show their pictures. */
export type Pictures = 'shown' | 'left out';

/** Kept for each icon, since nearly all lines are the same after one icon has changed. */
export const linesOf: (icon: Icon) => IconLines = memo((icon) => ({
  name: line(`${jsLiteral(icon.name)},`),
  record: last((file) => recordOf(icon, file)),
  constants: [
    constantOf(icon, icon.name, docText(icon.title)),
    ...constantNames(icon)
      .slice(1)
      .map((alias) => constantOf(icon, alias, `Alias of \`${icon.name}\`.`)),
  ],
}));

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
      return note === docText(titleFromName(name)) ? '' : `/** ${note} */\n  `;
    }
    const picture = pictures === 'shown' ? `   *\n   * ${pictureOf(icon)}\n` : '';
    return `/**\n   * ${note}\n${picture}${tag}   */\n  `;
  };
  return {
    key,
    value: line(`${value},`),
    documented: last((pictures) => line(`${doc(pictures)}${value},`)),
    declaration: last((pictures) => line(`${doc(pictures)}readonly ${value};`)),
  };
}

/** `@deprecated since 2.1.0: use \`close\`.` */
function deprecationTag({ use, since }: IconDeprecation): string {
  const when = since === undefined ? '' : ` since ${docText(since)}`;
  const what = use === undefined ? '' : `${when === '' ? ' ' : ': '}use ${markdownCode(use)}`;
  return commentText(`@deprecated${when}${what}${when + what === '' ? '' : '.'}`);
}

/** A line of a table. Joined, since what is put together by a template is put together at each use. */
export function line(text: string): string {
  return ['  ', text, '\n'].join('');
}

/** A function that remembers its last result. */
function last(make: (argument: string) => string): (argument?: string) => string {
  let known: { readonly argument: string; readonly made: string } | undefined;
  return (argument = '') => {
    if (known?.argument !== argument) known = { argument, made: make(argument) };
    return known.made;
  };
}

/** A key of an object literal: quoted unless it is plainly an identifier. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : jsLiteral(key);
}
