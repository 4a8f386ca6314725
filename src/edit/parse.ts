import * as acorn from 'acorn';

/** ESTree node; `start` and `end` are offsets in the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Text with its syntax tree and comments. */
export interface ParsedSource {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly comments: readonly SyntaxNode[];
}

/** Parses a module or script, also in TypeScript; `undefined` on syntax errors. */
export async function parseModule(text: string): Promise<ParsedSource | undefined> {
  return (
    attempt(text, (options) => acorn.parse(text, { ...options, sourceType: 'module' })) ??
    attempt(text, (options) => acorn.parse(text, { ...options, sourceType: 'script' })) ??
    (await parseTypeScript(text))
  );
}

/** Parses JSON, also with comments and trailing commas; `undefined` on syntax errors. */
export function parseJson(text: string): ParsedSource | undefined {
  return attempt(text, (options) => {
    const root = acorn.parseExpressionAt(text, 0, options);
    const rest = text.slice(root.end).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
    if (rest.trim() !== '') throw new SyntaxError('more than one value');
    return root;
  });
}

/** Parses TypeScript. The plugin is only loaded for code that is not JavaScript. */
async function parseTypeScript(text: string): Promise<ParsedSource | undefined> {
  const { tsPlugin } = await import('@sveltejs/acorn-typescript');
  const parser = acorn.Parser.extend(tsPlugin() as never);
  return attempt(text, (options) => parser.parse(text, { ...options, sourceType: 'module' }));
}

function attempt(
  text: string,
  parse: (options: acorn.Options) => acorn.Node,
): ParsedSource | undefined {
  const comments: acorn.Comment[] = [];
  const options: acorn.Options = {
    ecmaVersion: 'latest',
    preserveParens: true,
    allowReturnOutsideFunction: true,
    allowHashBang: true,
    // The TypeScript plugin of acorn requires it.
    locations: true,
    onComment: comments,
  };
  try {
    const root = parse(options) as unknown as SyntaxNode;
    return { text, root, comments: comments as unknown as readonly SyntaxNode[] };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Child nodes of a node. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Object.values(node).flat().filter(isNode);
}

/** Yields a node and all its descendants. */
export function* walkNodes(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walkNodes(child);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Child of a node by its key; `undefined` if there is none. */
export function child(node: SyntaxNode, key: string): SyntaxNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** Children of a node by their key. Holes of arrays are left out. */
export function children(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Text of a string literal. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** Key of a property; `undefined` if it is computed. */
export function keyOf(property: SyntaxNode): string | undefined {
  const key = property.computed === true ? undefined : child(property, 'key');
  return key?.type === 'Identifier' ? String(key.name) : stringOf(key);
}

/** Value of the last property with a key, which is the one that counts. */
export function propertyValue(object: SyntaxNode, key: string): SyntaxNode | undefined {
  const property = children(object, 'properties').findLast((each) => keyOf(each) === key);
  return property && child(property, 'value');
}
