import { allBelow, child, children, childrenOf, keyOf, type Node, stringOf } from './parse.ts';

/** Why something cannot be edited: the end of “it …”. */
export class NotEditable extends Error {}

/** Where a name may be declared. */
interface Scope {
  readonly statements: readonly Node[];
  /** Names that only a call gives a value. */
  readonly parameters: readonly unknown[];
}

/** Innermost first. */
type Scopes = readonly Scope[];

/** A node, and where its names are looked up. */
export interface Scoped {
  readonly node: Node;
  readonly scopes: Scopes;
}

/**
 * The object that a configuration file exports, however it is wrapped: `defineConfig(…)`, a
 * function, a constant, a type.
 *
 * @throws {NotEditable} when it is not one object that is written out.
 */
export function exportedObject(root: Node, calls: FollowedCalls = 'define'): Scoped {
  const body = children(root, 'body');
  const exported = body.map(exportOf).find((node) => node !== undefined);
  if (!exported) throw new NotEditable('exports no configuration as its default');
  const found = resolve({ node: exported, scopes: [moduleScope(root)] }, calls);
  if (found.node.type === 'ObjectExpression') return found;
  throw new NotEditable(`exports ${wordFor(found.node)}, not an object that is written out`);
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

/** More steps than anyone writes: names that stand for each other in a circle. */
const MOST_STEPS = 50;

/**
 * Goes through what does not change a value, to where it is written.
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
  throw new NotEditable('leads back to itself');
}

function stepFrom({ node, scopes }: Scoped, calls: FollowedCalls): Scoped | undefined {
  const inner = INNER[node.type];
  const wrapped = inner === undefined ? undefined : child(node, inner);
  if (wrapped) return { node: wrapped, scopes };
  if (node.type === 'Identifier') return declarationOf(node, scopes);
  if (node.type === 'CallExpression') return { node: definedBy(node, calls), scopes };
  return /Function/.test(node.type) ? returnedBy(node, scopes) : undefined;
}

/** Wrappers, and under which key they hold what they wrap. */
const INNER: Readonly<Record<string, string>> = {
  ParenthesizedExpression: 'expression',
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  AwaitExpression: 'argument',
};

/** Where a name gets its value, once and for all. The innermost scope that has the name counts. */
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
      throw new NotEditable(`has '${String(name)}' in more than one value`);
    }
  }
  throw new NotEditable(`takes '${String(name)}' from where this cannot follow`);
}

function declares(declarator: Node, name: unknown): boolean {
  const id = child(declarator, 'id');
  return id !== undefined && [...allBelow(id)].some((node) => node.name === name);
}

/**
 * Calls whose first argument stands for what they return: those of `defineConfig` and the like, or
 * also those of plugins that wrap a configuration, which is safe enough to read it.
 */
export type FollowedCalls = 'define' | 'all';

/** `defineConfig(…)` gives back what it is given; other functions can do anything. */
function definedBy(call: Node, calls: FollowedCalls): Node {
  const name = child(call, 'callee')?.name;
  const [first] = children(call, 'arguments');
  const isDefine = typeof name === 'string' && /^define[A-Z]/.test(name);
  if (first && (calls === 'all' || isDefine)) return first;
  throw new NotEditable(`makes it by a call of ${typeof name === 'string' ? name : 'a function'}`);
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
    throw new NotEditable('returns it in several places, or inside of other statements');
  }
  return { node: value, scopes: [{ statements, parameters }, ...scopes] };
}

/** The returns of a function, without those of functions in it. */
function returnsIn(node: Node): readonly Node[] {
  if (/Function/.test(node.type)) return [];
  if (node.type === 'ReturnStatement') return [node];
  return childrenOf(node).flatMap(returnsIn);
}

/** The properties of an object and the one asked for. @throws {NotEditable} when a spread hides it. */
export function propertyOf(object: Node, name: string): Node | undefined {
  const properties = children(object, 'properties');
  const found = properties.findLast((each) => each.type === 'Property' && keyOf(each) === name);
  if (!found && properties.some(({ type }) => type !== 'Property')) {
    throw new NotEditable('takes over the properties of another object');
  }
  if (found?.method === true || (found && found.kind !== 'init')) {
    throw new NotEditable(`has '${name}' as a function`);
  }
  return found;
}

/** The options of the one call of esbuild. @throws {NotEditable} when there is not just one. */
export function esbuildOptions(root: Node): Scoped {
  const calls = [...allBelow(root)].filter(
    (node) => node.type === 'CallExpression' && /^(build|context)$/.test(calleeName(node)),
  );
  const [call] = calls;
  const options = call && children(call, 'arguments')[0];
  if (calls.length !== 1 || !options) throw new NotEditable(`calls esbuild ${calls.length} times`);
  const found = resolve({ node: options, scopes: [moduleScope(root)] });
  if (found.node.type === 'ObjectExpression') return found;
  throw new NotEditable(`gives esbuild ${wordFor(found.node)}, not an object that is written out`);
}

function calleeName(call: Node): string {
  const callee = child(call, 'callee');
  const last = callee?.type === 'MemberExpression' ? child(callee, 'property') : callee;
  return String(last?.name ?? '');
}

/** Modules that a file imports or requires, by the statement that does. */
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
  if (type === 'ArrayExpression') return 'a list';
  if (type === 'ConditionalExpression') return 'one of two values';
  return 'an expression';
}
