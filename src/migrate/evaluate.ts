import { dirname, join, resolve } from 'node:path';
import { lookUpVariable, type Scope } from '../code/scope.ts';
import { bare, keyText, type Loose, loose, part, parts, textOf } from '../rename/code/syntax.ts';

/** Context of code that is evaluated statically. */
export interface Around {
  readonly scope: Scope;
  /** Absolute path of the file. */
  readonly file: string;
  /** Absolute path of the working folder. */
  readonly cwd: string;
}

/** Limit of nested expressions, for constants that refer to each other in a cycle. */
const MOST_STEPS = 20;

/** Evaluates an expression to a string; `undefined` if it is known only at run time. */
export function textIn(node: Loose | undefined, around: Around, steps = 0): string | undefined {
  if (!node || steps > MOST_STEPS) return undefined;
  const value = bare(node);
  const inner = (each: Loose | undefined) => textIn(each, around, steps + 1);
  const text = textOf(value)?.value;
  if (text !== undefined) return text;
  switch (value.type) {
    case 'TemplateLiteral':
      return joined(value, inner);
    case 'BinaryExpression': {
      const [left, right] = [inner(part(value, 'left')), inner(part(value, 'right'))];
      return value.operator === '+' && left !== undefined && right !== undefined
        ? left + right
        : undefined;
    }
    case 'Identifier': {
      if (value.name === '__dirname') return dirname(around.file);
      const declared = lookUpVariable(String(value.name), around.scope);
      if (declared?.kind !== 'const') return undefined;
      return textIn(loose(declared.value), { ...around, scope: declared.scope }, steps + 1);
    }
    case 'MemberExpression':
      if (keyText(value) === 'pathname') return pathOfUrl(part(value, 'object'), around, inner);
      return dotted(value) === 'import.meta.dirname' ? dirname(around.file) : undefined;
    case 'CallExpression':
      return called(value, around, inner);
    default:
      return undefined;
  }
}

function joined(
  node: Loose,
  inner: (each: Loose | undefined) => string | undefined,
): string | undefined {
  const values = parts(node, 'expressions').map(inner);
  if (values.some((each) => each === undefined)) return undefined;
  return parts(node, 'quasis')
    .map((each, index) => {
      const { cooked = '' } = each.value as { readonly cooked?: string };
      return cooked + (values[index] ?? '');
    })
    .join('');
}

function called(
  node: Loose,
  { file, cwd }: Around,
  inner: (each: Loose | undefined) => string | undefined,
): string | undefined {
  const name = dotted(part(node, 'callee'));
  const given = parts(node, 'arguments');
  if (name === 'process.cwd') return cwd;
  if (/(^|\.)fileURLToPath$/.test(name)) return pathOfUrl(given[0], { file }, inner);
  const texts = given.map(inner);
  if (texts.some((each) => each === undefined)) return undefined;
  const words = texts as string[];
  if (/^(path\.)?resolve$|\.resolve$/.test(name)) return resolve(cwd, ...words);
  if (/^(path\.)?join$|\.join$/.test(name)) return join(...words);
  return undefined;
}

/** Path of `new URL('./icons', import.meta.url)`. */
function pathOfUrl(
  url: Loose | undefined,
  { file }: Pick<Around, 'file'>,
  inner: (each: Loose | undefined) => string | undefined,
): string | undefined {
  const [path, base] = parts(url, 'arguments');
  const isUrl = url?.type === 'NewExpression' && dotted(part(url, 'callee')) === 'URL';
  const text = inner(path);
  const isOwn = dotted(base && bare(base)) === 'import.meta.url';
  return isUrl && isOwn && text !== undefined ? resolve(dirname(file), text) : undefined;
}

/** Dotted name such as `import.meta.url` or `path.resolve`; '' for other expressions. */
export function dotted(node: Loose | undefined): string {
  if (!node) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'MemberExpression') return '';
  return `${dotted(part(node, 'object'))}.${keyText(node) ?? ''}`;
}

/** Value of a property in an object literal; `undefined` if there is none. */
export function propertyIn(object: Loose | undefined, name: string): Loose | undefined {
  return part(
    parts(object, 'properties').findLast((each) => keyText(each) === name),
    'value',
  );
}

/** Property names of an object literal; `undefined` if they are not all static. */
export function keysOf(object: Loose | undefined): readonly string[] | undefined {
  if (!object) return [];
  if (object.type !== 'ObjectExpression') return undefined;
  const keys = parts(object, 'properties').map(keyText);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Tests whether an expression is a literal with this value. */
export function isLiteral(node: Loose | undefined, value: unknown): boolean {
  return node?.type === 'Literal' && node.value === value;
}
