import {
  child,
  children,
  childrenOf,
  keyOf,
  type SyntaxNode,
  stringOf,
  walkNodes,
} from './parse.ts';

/** Error with the reason why a file cannot be edited: the end of “it …”. */
export class NotEditable extends Error {}

/** Scope that a name may be declared in. */
interface LexicalScope {
  readonly statements: readonly SyntaxNode[];
  /** Names of parameters, whose values are unknown. */
  readonly parameters: readonly unknown[];
}

/** Scopes, the innermost first. */
type Scopes = readonly LexicalScope[];

/** Node with the scopes of its names. */
export interface ScopedNode {
  readonly node: SyntaxNode;
  readonly scopes: Scopes;
}

/**
 * Finds the object that a configuration file exports, also if it is wrapped in `defineConfig(…)`, a
 * function, a constant or a type.
 *
 * @throws {NotEditable} when it is not an object literal.
 */
export function exportedObject(root: SyntaxNode, calls: FollowedCalls = 'define'): ScopedNode {
  const body = children(root, 'body');
  const exported = body.map(exportOf).find((node) => node !== undefined);
  if (!exported) throw new NotEditable('has no default export with a configuration');
  const resolved = resolve({ node: exported, scopes: [moduleScope(root)] }, calls);
  if (resolved.node.type === 'ObjectExpression') return resolved;
  throw new NotEditable(`exports ${describeNode(resolved.node)} instead of an object literal`);
}

function moduleScope(root: SyntaxNode): LexicalScope {
  return { statements: children(root, 'body'), parameters: [] };
}

function exportOf(statement: SyntaxNode): SyntaxNode | undefined {
  if (statement.type === 'ExportDefaultDeclaration') return child(statement, 'declaration');
  if (statement.type === 'TSExportAssignment') return child(statement, 'expression');
  const expression = child(statement, 'expression');
  if (expression?.type !== 'AssignmentExpression') return undefined;
  const left = child(expression, 'left');
  const [object, property] = [left && child(left, 'object'), left && child(left, 'property')];
  const isExports = object?.name === 'module' && property?.name === 'exports';
  return isExports ? child(expression, 'right') : undefined;
}

/** Limit of steps, for names that refer to each other in a cycle. */
const MAX_STEPS = 50;

/**
 * Resolves wrappers and names to the node that defines the value.
 *
 * @throws {NotEditable} when it cannot be followed.
 */
export function resolve(start: ScopedNode, calls: FollowedCalls = 'define'): ScopedNode {
  let current = start;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = nextStep(current, calls);
    if (!next) return current;
    current = next;
  }
  throw new NotEditable('contains a circular reference');
}

function nextStep({ node, scopes }: ScopedNode, calls: FollowedCalls): ScopedNode | undefined {
  const inner = WRAPPED_KEYS[node.type];
  const wrapped = inner === undefined ? undefined : child(node, inner);
  if (wrapped) return { node: wrapped, scopes };
  if (node.type === 'Identifier') return declarationOf(node, scopes);
  if (node.type === 'CallExpression') return { node: definedArgument(node, calls), scopes };
  return /Function/.test(node.type) ? returnValueOf(node, scopes) : undefined;
}

/** Node types that wrap another node, with the key of that node. */
const WRAPPED_KEYS: Readonly<Record<string, string>> = {
  ParenthesizedExpression: 'expression',
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  AwaitExpression: 'argument',
};

/** Finds the constant value of a name. The innermost scope that has the name counts. */
function declarationOf({ name }: SyntaxNode, scopes: Scopes): ScopedNode {
  for (const [index, { statements, parameters }] of scopes.entries()) {
    if (parameters.includes(name)) break;
    const inScope = scopes.slice(index);
    for (const statement of statements) {
      const declaration = child(statement, 'declaration') ?? statement;
      if (declaration.type === 'FunctionDeclaration' && child(declaration, 'id')?.name === name) {
        return { node: declaration, scopes: inScope };
      }
      const found = children(declaration, 'declarations').find((each) => declares(each, name));
      if (!found) continue;
      const value = child(found, 'id')?.name === name ? child(found, 'init') : undefined;
      if (value && declaration.kind === 'const') return { node: value, scopes: inScope };
      throw new NotEditable(`does not set '${String(name)}' as one constant`);
    }
  }
  throw new NotEditable(`takes '${String(name)}' from a parameter or another module`);
}

function declares(declarator: SyntaxNode, name: unknown): boolean {
  const id = child(declarator, 'id');
  return id !== undefined && [...walkNodes(id)].some((node) => node.name === name);
}

/**
 * Calls that are taken to return their first argument: `defineConfig` and the like, or also those of
 * plugins that wrap a configuration, which is safe enough for reading.
 */
export type FollowedCalls = 'define' | 'all';

/** Argument of `defineConfig(…)`, which returns it; other functions can do anything. */
function definedArgument(call: SyntaxNode, calls: FollowedCalls): SyntaxNode {
  const name = child(call, 'callee')?.name;
  const [first] = children(call, 'arguments');
  const isDefine = typeof name === 'string' && /^define[A-Z]/.test(name);
  if (first && (calls === 'all' || isDefine)) return first;
  throw new NotEditable(`gets it from a call of ${typeof name === 'string' ? name : 'a function'}`);
}

function returnValueOf(node: SyntaxNode, scopes: Scopes): ScopedNode {
  const body = child(node, 'body');
  const parameters = children(node, 'params')
    .flatMap((parameter) => [...walkNodes(parameter)])
    .flatMap(({ name }) => name ?? []);
  if (body?.type !== 'BlockStatement') {
    return { node: body ?? node, scopes: [{ statements: [], parameters }, ...scopes] };
  }
  const statements = children(body, 'body');
  const returns = returnsIn(body);
  const [only] = returns;
  const value = only && child(only, 'argument');
  if (returns.length !== 1 || !value || !statements.includes(only)) {
    throw new NotEditable('returns it in several places, or inside other statements');
  }
  return { node: value, scopes: [{ statements, parameters }, ...scopes] };
}

/** Return statements of a function, without those of nested functions. */
function returnsIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (/Function/.test(node.type)) return [];
  if (node.type === 'ReturnStatement') return [node];
  return childrenOf(node).flatMap(returnsIn);
}

/** Finds a property of an object. @throws {NotEditable} when a spread may contain it. */
export function propertyOf(object: SyntaxNode, name: string): SyntaxNode | undefined {
  const properties = children(object, 'properties');
  const found = properties.findLast((each) => each.type === 'Property' && keyOf(each) === name);
  if (!found && properties.some(({ type }) => type !== 'Property')) {
    throw new NotEditable('spreads the properties of another object');
  }
  if (found?.method === true || (found && found.kind !== 'init')) {
    throw new NotEditable(`has '${name}' as a function`);
  }
  return found;
}

/** Options of the only call of esbuild. @throws {NotEditable} when there are none or several. */
export function esbuildOptions(root: SyntaxNode): ScopedNode {
  const calls = [...walkNodes(root)].filter(
    (node) => node.type === 'CallExpression' && /^(build|context)$/.test(calleeName(node)),
  );
  const [call] = calls;
  const options = call && children(call, 'arguments')[0];
  if (calls.length !== 1 || !options) throw new NotEditable(`calls esbuild ${calls.length} times`);
  const resolved = resolve({ node: options, scopes: [moduleScope(root)] });
  if (resolved.node.type === 'ObjectExpression') return resolved;
  throw new NotEditable(
    `passes ${describeNode(resolved.node)} to esbuild instead of an object literal`,
  );
}

function calleeName(call: SyntaxNode): string {
  const callee = child(call, 'callee');
  const last = callee?.type === 'MemberExpression' ? child(callee, 'property') : callee;
  return String(last?.name ?? '');
}

/** Modules that a file imports or requires, with their statements. */
export function importsIn(
  root: SyntaxNode,
): readonly { readonly from: string; readonly node: SyntaxNode }[] {
  return children(root, 'body').flatMap((node) => {
    const from =
      node.type === 'ImportDeclaration' ? stringOf(child(node, 'source')) : requiredModule(node);
    return from === undefined ? [] : [{ from, node }];
  });
}

function requiredModule(statement: SyntaxNode): string | undefined {
  if (statement.type !== 'VariableDeclaration') return undefined;
  const call = [...walkNodes(statement)].find(
    (node) => node.type === 'CallExpression' && child(node, 'callee')?.name === 'require',
  );
  return call && stringOf(children(call, 'arguments')[0]);
}

function describeNode({ type }: SyntaxNode): string {
  if (type === 'ArrayExpression') return 'an array';
  if (type === 'ConditionalExpression') return 'a conditional expression';
  return 'an expression';
}
