import { allBelow, child, children, childrenOf, keyOf, type Node, stringOf } from './parse.ts';

/** Error with the reason why a file cannot be edited: the end of “it …”. */
export class NotEditable extends Error {}

/** Scope that a name may be declared in. */
interface Scope {
  readonly statements: readonly Node[];
  /** Names of parameters, whose values are unknown. */
  readonly parameters: readonly unknown[];
}

/** Scopes, the innermost first. */
type Scopes = readonly Scope[];

/** Node with the scopes of its names. */
export interface Scoped {
  readonly node: Node;
  readonly scopes: Scopes;
}

/**
 * Finds the object that a configuration file exports, also if it is wrapped in `defineConfig(…)`, a
 * function, a constant or a type.
 *
 * @throws {NotEditable} when it is not an object literal.
 */
export function exportedObject(root: Node, calls: FollowedCalls = 'define'): Scoped {
  const body = children(root, 'body');
  const exported = body.map(exportOf).find((node) => node !== undefined);
  if (!exported) throw new NotEditable('has no default export with a configuration');
  const found = resolve({ node: exported, scopes: [moduleScope(root)] }, calls);
  if (found.node.type === 'ObjectExpression') return found;
  throw new NotEditable(`exports ${wordFor(found.node)} instead of an object literal`);
}

function moduleScope(root: Node): Scope {
  return { statements: children(root, 'body'), parameters: [] };
}

function exportOf(statement: Node): Node | undefined {
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
const MOST_STEPS = 50;

/**
 * Resolves wrappers and names to the node that defines the value.
 *
 * @throws {NotEditable} when it cannot be followed.
 */
export function resolve(start: Scoped, calls: FollowedCalls = 'define'): Scoped {
  let at = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = stepFrom(at, calls);
    if (!next) return at;
    at = next;
  }
  throw new NotEditable('contains a circular reference');
}

function stepFrom({ node, scopes }: Scoped, calls: FollowedCalls): Scoped | undefined {
  const inner = INNER[node.type];
  const wrapped = inner === undefined ? undefined : child(node, inner);
  if (wrapped) return { node: wrapped, scopes };
  if (node.type === 'Identifier') return declarationOf(node, scopes);
  if (node.type === 'CallExpression') return { node: definedBy(node, calls), scopes };
  return /Function/.test(node.type) ? returnedBy(node, scopes) : undefined;
}

/** Node types that wrap another node, with the key of that node. */
const INNER: Readonly<Record<string, string>> = {
  ParenthesizedExpression: 'expression',
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  AwaitExpression: 'argument',
};

/** Finds the constant value of a name. The innermost scope that has the name counts. */
function declarationOf({ name }: Node, scopes: Scopes): Scoped {
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

function declares(declarator: Node, name: unknown): boolean {
  const id = child(declarator, 'id');
  return id !== undefined && [...allBelow(id)].some((node) => node.name === name);
}

/**
 * Calls that are taken to return their first argument: `defineConfig` and the like, or also those of
 * plugins that wrap a configuration, which is safe enough for reading.
 */
export type FollowedCalls = 'define' | 'all';

/** Argument of `defineConfig(…)`, which returns it; other functions can do anything. */
function definedBy(call: Node, calls: FollowedCalls): Node {
  const name = child(call, 'callee')?.name;
  const [first] = children(call, 'arguments');
  const isDefine = typeof name === 'string' && /^define[A-Z]/.test(name);
  if (first && (calls === 'all' || isDefine)) return first;
  throw new NotEditable(`gets it from a call of ${typeof name === 'string' ? name : 'a function'}`);
}

function returnedBy(node: Node, scopes: Scopes): Scoped {
  const body = child(node, 'body');
  const parameters = children(node, 'params')
    .flatMap((parameter) => [...allBelow(parameter)])
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
function returnsIn(node: Node): readonly Node[] {
  if (/Function/.test(node.type)) return [];
  if (node.type === 'ReturnStatement') return [node];
  return childrenOf(node).flatMap(returnsIn);
}

/** Finds a property of an object. @throws {NotEditable} when a spread may contain it. */
export function propertyOf(object: Node, name: string): Node | undefined {
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
export function esbuildOptions(root: Node): Scoped {
  const calls = [...allBelow(root)].filter(
    (node) => node.type === 'CallExpression' && /^(build|context)$/.test(calleeName(node)),
  );
  const [call] = calls;
  const options = call && children(call, 'arguments')[0];
  if (calls.length !== 1 || !options) throw new NotEditable(`calls esbuild ${calls.length} times`);
  const found = resolve({ node: options, scopes: [moduleScope(root)] });
  if (found.node.type === 'ObjectExpression') return found;
  throw new NotEditable(`passes ${wordFor(found.node)} to esbuild instead of an object literal`);
}

function calleeName(call: Node): string {
  const callee = child(call, 'callee');
  const last = callee?.type === 'MemberExpression' ? child(callee, 'property') : callee;
  return String(last?.name ?? '');
}

/** Modules that a file imports or requires, with their statements. */
export function importsIn(root: Node): readonly { readonly from: string; readonly node: Node }[] {
  return children(root, 'body').flatMap((node) => {
    const from =
      node.type === 'ImportDeclaration' ? stringOf(child(node, 'source')) : required(node);
    return from === undefined ? [] : [{ from, node }];
  });
}

function required(statement: Node): string | undefined {
  if (statement.type !== 'VariableDeclaration') return undefined;
  const call = [...allBelow(statement)].find(
    (node) => node.type === 'CallExpression' && child(node, 'callee')?.name === 'require',
  );
  return call && stringOf(children(call, 'arguments')[0]);
}

function wordFor({ type }: Node): string {
  if (type === 'ArrayExpression') return 'an array';
  if (type === 'ConditionalExpression') return 'a conditional expression';
  return 'an expression';
}
