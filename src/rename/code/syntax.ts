import type { AnyNode } from 'acorn';

/** Syntax node of any kind, including those of TypeScript and JSX that acorn's types lack. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function toSyntaxNode(node: AnyNode | SyntaxNode): SyntaxNode {
  return node as unknown as SyntaxNode;
}

/** Child node by key. */
export function childNode(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const value = node?.[key] as SyntaxNode | undefined;
  return typeof value?.type === 'string' ? value : undefined;
}

/** Child nodes by key. */
export function childNodes(node: SyntaxNode | undefined, key: string): readonly SyntaxNode[] {
  const value = node?.[key];
  return Array.isArray(value)
    ? (value as (SyntaxNode | null)[]).filter((each) => each !== null)
    : [];
}

/** String literal, and the offsets of its text between the quotes. */
export interface StringLiteral {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a string literal, or a template without expressions. */
export function stringLiteral(node: SyntaxNode | undefined): StringLiteral | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') {
    return { value: node.value, start: node.start + 1, end: node.end - 1 };
  }
  const [only, ...others] = childNodes(node, 'quasis');
  if (node?.type !== 'TemplateLiteral' || !only || others.length > 0) return undefined;
  const { cooked } = only.value as { readonly cooked?: string };
  return { value: cooked ?? '', start: node.start + 1, end: node.end - 1 };
}

/** Name of a property, if it is static. */
export function keyName(node: SyntaxNode | undefined): string | undefined {
  const key = childNode(node, node?.type === 'MemberExpression' ? 'property' : 'key');
  if (node?.computed === true) return stringLiteral(key)?.value;
  return key?.type === 'Identifier' ? String(key.name) : stringLiteral(key)?.value;
}

const WRAPPER_KEYS: Readonly<Record<string, string>> = {
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  ParenthesizedExpression: 'expression',
  ChainExpression: 'expression',
  JSXExpressionContainer: 'expression',
};

/** Strips type annotations and parentheses from an expression. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  const key = WRAPPER_KEYS[node.type];
  const inner = key === undefined ? undefined : childNode(node, key);
  return inner ? unwrap(inner) : node;
}
