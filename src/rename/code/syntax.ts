import type { AnyNode } from 'acorn';

/** Syntax node of any kind, including those of TypeScript and JSX that acorn's types lack. */
export interface Loose {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function loose(node: AnyNode | Loose): Loose {
  return node as unknown as Loose;
}

/** Child node by key. */
export function part(node: Loose | undefined, key: string): Loose | undefined {
  const value = node?.[key] as Loose | undefined;
  return typeof value?.type === 'string' ? value : undefined;
}

/** Child nodes by key. */
export function parts(node: Loose | undefined, key: string): readonly Loose[] {
  const value = node?.[key];
  return Array.isArray(value) ? (value as (Loose | null)[]).filter((each) => each !== null) : [];
}

/** String literal, and the offsets of its text between the quotes. */
export interface Text {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a string literal, or a template without expressions. */
export function textOf(node: Loose | undefined): Text | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') {
    return { value: node.value, start: node.start + 1, end: node.end - 1 };
  }
  const [only, ...others] = parts(node, 'quasis');
  if (node?.type !== 'TemplateLiteral' || !only || others.length > 0) return undefined;
  const { cooked } = only.value as { readonly cooked?: string };
  return { value: cooked ?? '', start: node.start + 1, end: node.end - 1 };
}

/** Name of a property, if it is static. */
export function keyText(node: Loose | undefined): string | undefined {
  const key = part(node, node?.type === 'MemberExpression' ? 'property' : 'key');
  if (node?.computed === true) return textOf(key)?.value;
  return key?.type === 'Identifier' ? String(key.name) : textOf(key)?.value;
}

const WRAPPERS: Readonly<Record<string, string>> = {
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  ParenthesizedExpression: 'expression',
  ChainExpression: 'expression',
  JSXExpressionContainer: 'expression',
};

/** Strips type annotations and parentheses from an expression. */
export function bare(node: Loose): Loose {
  const key = WRAPPERS[node.type];
  const inner = key === undefined ? undefined : part(node, key);
  return inner ? bare(inner) : node;
}
