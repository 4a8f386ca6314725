import { dirname, join, resolve } from 'node:path';
import { lookUpVariable, type Scope } from '../code/scope.ts';
import {
  childNode,
  childNodes,
  keyName,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
  unwrap,
} from '../rename/code/syntax.ts';

/** Context of code that is evaluated statically. */
export interface EvaluationContext {
  readonly scope: Scope;
  /** Absolute path of the file. */
  readonly file: string;
  /** Absolute path of the working folder. */
  readonly cwd: string;
}

/** Limit of nested expressions, for constants that refer to each other in a cycle. */
const MAX_DEPTH = 20;

/** Evaluates an expression to a string; `undefined` if it is known only at run time. */
export function evaluateString(
  node: SyntaxNode | undefined,
  context: EvaluationContext,
  depth = 0,
): string | undefined {
  if (!node || depth > MAX_DEPTH) return undefined;
  const value = unwrap(node);
  const evaluate = (each: SyntaxNode | undefined) => evaluateString(each, context, depth + 1);
  const text = stringLiteral(value)?.value;
  if (text !== undefined) return text;
  switch (value.type) {
    case 'TemplateLiteral':
      return evaluateTemplate(value, evaluate);
    case 'BinaryExpression': {
      const [left, right] = [
        evaluate(childNode(value, 'left')),
        evaluate(childNode(value, 'right')),
      ];
      return value.operator === '+' && left !== undefined && right !== undefined
        ? left + right
        : undefined;
    }
    case 'Identifier': {
      if (value.name === '__dirname') return dirname(context.file);
      const declared = lookUpVariable(String(value.name), context.scope);
      if (declared?.kind !== 'const') return undefined;
      return evaluateString(
        toSyntaxNode(declared.value),
        { ...context, scope: declared.scope },
        depth + 1,
      );
    }
    case 'MemberExpression':
      if (keyName(value) === 'pathname')
        return pathOfUrl(childNode(value, 'object'), context, evaluate);
      return dottedName(value) === 'import.meta.dirname' ? dirname(context.file) : undefined;
    case 'CallExpression':
      return evaluateCall(value, context, evaluate);
    default:
      return undefined;
  }
}

function evaluateTemplate(
  node: SyntaxNode,
  evaluate: (each: SyntaxNode | undefined) => string | undefined,
): string | undefined {
  const values = childNodes(node, 'expressions').map(evaluate);
  if (values.some((each) => each === undefined)) return undefined;
  return childNodes(node, 'quasis')
    .map((each, index) => {
      const { cooked = '' } = each.value as { readonly cooked?: string };
      return cooked + (values[index] ?? '');
    })
    .join('');
}

function evaluateCall(
  node: SyntaxNode,
  { file, cwd }: EvaluationContext,
  evaluate: (each: SyntaxNode | undefined) => string | undefined,
): string | undefined {
  const name = dottedName(childNode(node, 'callee'));
  const args = childNodes(node, 'arguments');
  if (name === 'process.cwd') return cwd;
  if (/(^|\.)fileURLToPath$/.test(name)) return pathOfUrl(args[0], { file }, evaluate);
  const texts = args.map(evaluate);
  if (texts.some((each) => each === undefined)) return undefined;
  const words = texts as string[];
  if (/^(path\.)?resolve$|\.resolve$/.test(name)) return resolve(cwd, ...words);
  if (/^(path\.)?join$|\.join$/.test(name)) return join(...words);
  return undefined;
}

/** Path of `new URL('./icons', import.meta.url)`. */
function pathOfUrl(
  url: SyntaxNode | undefined,
  { file }: Pick<EvaluationContext, 'file'>,
  evaluate: (each: SyntaxNode | undefined) => string | undefined,
): string | undefined {
  const [path, base] = childNodes(url, 'arguments');
  const isUrl = url?.type === 'NewExpression' && dottedName(childNode(url, 'callee')) === 'URL';
  const text = evaluate(path);
  const isModuleUrl = dottedName(base && unwrap(base)) === 'import.meta.url';
  return isUrl && isModuleUrl && text !== undefined ? resolve(dirname(file), text) : undefined;
}

/** Dotted name such as `import.meta.url` or `path.resolve`; '' for other expressions. */
export function dottedName(node: SyntaxNode | undefined): string {
  if (!node) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'MemberExpression') return '';
  return `${dottedName(childNode(node, 'object'))}.${keyName(node) ?? ''}`;
}

/** Value of a property in an object literal; `undefined` if there is none. */
export function propertyValue(
  object: SyntaxNode | undefined,
  name: string,
): SyntaxNode | undefined {
  return childNode(
    childNodes(object, 'properties').findLast((each) => keyName(each) === name),
    'value',
  );
}

/** Property names of an object literal; `undefined` if they are not all static. */
export function propertyNames(object: SyntaxNode | undefined): readonly string[] | undefined {
  if (!object) return [];
  if (object.type !== 'ObjectExpression') return undefined;
  const keys = childNodes(object, 'properties').map(keyName);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Tests whether an expression is a literal with this value. */
export function isLiteral(node: SyntaxNode | undefined, value: unknown): boolean {
  return node?.type === 'Literal' && node.value === value;
}
