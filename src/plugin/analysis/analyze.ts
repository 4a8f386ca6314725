import { type AnyNode, type Identifier, type ImportDeclaration, type Literal, parse } from 'acorn';
import { openModuleCode } from '../../code/bindings.ts';
import {
  type BoundEntry,
  type IconloomImport,
  parseIconloomImport,
} from '../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { isReference, type NodePath, walk } from '../../code/walk.ts';
import { calleeName } from './callee-name.ts';
import { propsIn, WRAPPERS } from './components.ts';
import { type NameInCode, namesInList, namesInProps, namesOf } from './literal-names.ts';
import { type NameSet, nameSetOf } from './name-sets.ts';
import { createEvaluationCache, type FindModule, openEvaluator } from './values/evaluate.ts';
import { type AppModule, elementsOf, mapValues, type PossibleValues } from './values/model.ts';

/** Uses of icons in a module. */
export interface Analysis {
  /** Names in the code. */
  readonly names: readonly NameInCode[];
  /** Possible names of uses, from elsewhere in this module or from others. */
  readonly sets: readonly NameSet[];
  /** Constants: `icon.x`. */
  readonly constants: readonly NameInCode[];
  /** Icons that are imported individually; the range is that of the source. */
  readonly iconImports: readonly NameInCode[];
  /** Uses with unknown names. */
  readonly unclear: readonly UnclearRange[];
  /** Imports with only known names; the range is that of the source. */
  readonly staticImports: readonly ImportSource[];
}

interface UnclearRange {
  readonly start: number;
  readonly end: number;
}

interface ImportSource {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Export of each bound entry that takes names; its other exports are unchanged. */
const BOUND_EXPORTS: Readonly<Record<BoundEntry, string>> = {
  react: 'Icon',
  vue: 'Icon',
  svelte: 'Icon',
  solid: 'Icon',
  element: 'defineIconElement',
  html: 'iconHtml',
};

/** Functions whose first argument is a name. */
const NAME_FIRST: ReadonlySet<string> = new Set(['iconHref', 'iconHtml']);
/** Functions whose first argument is a list of names. */
const NAMES_FIRST: ReadonlySet<string> = new Set(['spriteFor']);

/** Checks quickly that a module may use icons. */
export function mayUseIcons(code: string): boolean {
  return code.includes('iconloom');
}

export interface AnalysisOptions {
  /** Id of the module in the bundler. Default: ''. */
  readonly file?: string;
  /** Finds the modules that values are followed into. Default: values are not followed. */
  readonly findModule?: FindModule;
}

/** Finds the icons that a module uses. @throws {SyntaxError} if the code is not JavaScript. */
export function analyze(code: string, { file = '', findModule }: AnalysisOptions = {}): Analysis {
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowReturnOutsideFunction: true,
    allowHashBang: true,
  });
  const names = new Map<number, NameInCode>();
  const sets = new Map<number, NameSet>();
  let main: AppModule | undefined;
  const cache = createEvaluationCache();
  const constants: NameInCode[] = [];
  const iconImports: NameInCode[] = [];
  const unclear: UnclearRange[] = [];
  const staticImports: ImportSource[] = [];
  const declarations = new Map<ImportDeclaration, boolean>();
  const owners = new Map<string, ImportDeclaration>();

  walk(program, (path) => {
    const { node, scope } = path;
    importIcon(node);
    if (node.type === 'ImportDeclaration') return importFrom(node);
    if (isReexported(node)) {
      const inline = lateInlineImport(path);
      if (inline) staticImports.push(inline);
      else unclear.push(node);
      return;
    }
    if (!isReference(path) || node.type !== 'Identifier') return;
    const exported = iconloomExport(node, scope);
    if (!exported) return;
    if (isClearUse(exported, path)) return;
    unclear.push(enclosingExpression(path));
    const owner = owners.get(node.name);
    if (owner) declarations.set(owner, false);
  });

  return {
    names: [...names.values()],
    sets: [...sets.values()],
    constants,
    iconImports,
    unclear,
    staticImports: [
      ...staticImports,
      ...[...declarations].flatMap(([{ source }, isClear]) => (isClear ? [importOf(source)] : [])),
    ],
  };

  function importFrom(node: ImportDeclaration): void {
    const { source, specifiers } = node;
    const request = parseIconloomImport(String(source.value));
    if (!hasIconNames(request)) return;
    declarations.set(node, true);
    for (const specifier of specifiers) {
      owners.set(specifier.local.name, node);
      if (specifier.type !== 'ImportNamespaceSpecifier') continue;
      declarations.set(node, false);
      unclear.push(node);
    }
  }

  /** Records the import of a single icon, which may also be dynamic or a reexport. */
  function importIcon(node: AnyNode): void {
    const source = sourceOf(node);
    const request = source && parseIconloomImport(String(source.value));
    if (!source || request?.kind !== 'icon') return;
    iconImports.push({ name: request.name, start: source.start, end: source.end, isShared: false });
  }

  /** Finds the names in a use of an iconloom export; false if they are unknown. */
  function isClearUse(exported: string, path: NodePath): boolean {
    if (exported === 'plain') return true;
    const { node, parent, ancestors } = unwrap(path);
    if (exported === 'icon') {
      if (!isConstant(parent, path.scope) || isAssigned(parent, ancestors)) return false;
      constants.push({
        name: constantName(parent) ?? '',
        start: parent?.start ?? 0,
        end: parent?.end ?? 0,
        isShared: false,
      });
      return true;
    }
    const use =
      NAME_FIRST.has(exported) || NAMES_FIRST.has(exported)
        ? usedInCall(node, parent, NAMES_FIRST.has(exported))
        : exported === 'Icon'
          ? usedAsComponent(node, parent, path.scope)
          : undefined;
    if (!use) return false;
    const literalNames = use.literalNames(path.scope);
    for (const each of literalNames ?? []) names.set(each.start, each);
    if (literalNames) return true;
    if (!findModule) return false;
    const set = nameSetOf(use.node, use.values(findModule));
    if (set) sets.set(set.start, set);
    return set !== undefined;
  }

  /** An expression that names come from. */
  interface NameUse {
    readonly node: AnyNode;
    /** Names in the expression itself; `undefined` if there may be others. */
    readonly literalNames: (scope: Scope) => readonly NameInCode[] | undefined;
    readonly values: (find: FindModule) => PossibleValues;
  }

  /** @param isList true if the first argument is a list of names */
  function usedInCall(
    node: AnyNode,
    parent: AnyNode | undefined,
    isList: boolean,
  ): NameUse | undefined {
    if (parent?.type !== 'CallExpression' || parent.callee !== node) return undefined;
    const [first] = parent.arguments;
    if (!first || first.type === 'SpreadElement') return undefined;
    return {
      node: first,
      literalNames: (scope) =>
        isList
          ? namesInList(first, scope, isConstant, isUnchanged)
          : namesOf(first, scope, isConstant),
      values: (find) => (isList ? elementsOf(valuesOf(first, find)) : valuesOf(first, find)),
    };
  }

  function usedAsComponent(
    node: AnyNode,
    parent: AnyNode | undefined,
    scope: Scope,
  ): NameUse | undefined {
    const called = parent?.type === 'CallExpression' ? calleeName(parent.callee, scope) : undefined;
    const created = propsIn(parent, node, called);
    if (!created) return undefined;
    const { props = node } = created;
    return {
      node: props,
      literalNames: (from) =>
        namesInProps(created.props, from, isConstant, calleeName, isUnchanged),
      values: (find) =>
        mapValues(valuesOf(props, find), (value) =>
          value.kind === 'object' ? value.member('name') : undefined,
        ),
    };
  }

  function valuesOf(node: AnyNode, find: FindModule): PossibleValues {
    return openEvaluator(find, isConstant, cache).values(node, mainModule());
  }

  function isUnchanged(variable: Identifier): boolean {
    const module = mainModule();
    const declared = lookUpVariable(variable.name, module.code.scopeAt(variable));
    const evaluator = openEvaluator(findModule ?? (() => undefined), isConstant, cache);
    return declared !== undefined && evaluator.isUnchanged(declared, module);
  }

  function mainModule(): AppModule {
    main ??= { file, code: openModuleCode(program) };
    return main;
  }
}

/** Name of the iconloom export that an identifier refers to; `plain` if that takes no names. */
function iconloomExport(node: AnyNode, scope: Scope): string | undefined {
  if (node.type !== 'Identifier') return undefined;
  const declared = lookUpVariable(node.name, scope);
  if (declared?.kind !== 'import') return undefined;
  const request = parseIconloomImport(declared.source);
  if (request?.kind === 'names' || request?.kind === 'inline') return declared.imported;
  if (request?.kind !== 'bound') return undefined;
  return declared.imported === BOUND_EXPORTS[request.entry] || declared.imported === '*'
    ? declared.imported
    : 'plain';
}

/** Recognizes `icon.x` and `icon['x']`, also with `icon` in a framework's wrapper. */
function isConstant(node: AnyNode | undefined, scope: Scope): boolean {
  if (node?.type !== 'MemberExpression' || constantName(node) === undefined) return false;
  const { object } = node;
  const [given] = object.type === 'CallExpression' ? object.arguments : [];
  const isWrapped =
    object.type === 'CallExpression' && WRAPPERS.has(calleeName(object.callee, scope) ?? '');
  return iconloomExport(isWrapped && given ? given : object, scope) === 'icon';
}

function constantName(node: AnyNode | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined;
}

function isAssigned(node: AnyNode | undefined, ancestors: readonly AnyNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent?.type === 'UpdateExpression' || /Pattern$/.test(parent?.type ?? '');
}

/** Unwraps a reference from frameworks' wrappers, with its parent and ancestors. */
function unwrap({ node, ancestors, scope }: NodePath): {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
  readonly ancestors: readonly AnyNode[];
} {
  const parent = ancestors.at(-1);
  const rest = ancestors.slice(0, -1);
  const isWrapped =
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    WRAPPERS.has(calleeName(parent.callee, scope) ?? '');
  return isWrapped
    ? unwrap({ node: parent, ancestors: rest, scope })
    : { node, parent, ancestors: rest };
}

/** Checks that an iconloom module is reexported or imported dynamically as a whole. */
function isReexported(node: AnyNode): boolean {
  const source = node.type === 'ImportDeclaration' ? undefined : sourceOf(node)?.value;
  return typeof source === 'string' && hasIconNames(parseIconloomImport(source));
}

/** Dynamic import that only puts the sprite into the page: `await import('…/inline')`. */
function lateInlineImport({ node, ancestors }: NodePath): ImportSource | undefined {
  const source = node.type === 'ImportExpression' ? sourceOf(node) : undefined;
  if (!source || parseIconloomImport(String(source.value))?.kind !== 'inline') return undefined;
  const parent = ancestors.at(ancestors.at(-1)?.type === 'AwaitExpression' ? -2 : -1);
  return parent?.type === 'ExpressionStatement' ? importOf(source) : undefined;
}

function importOf({ value, start, end }: Literal): ImportSource {
  return { source: String(value), start, end };
}

function hasIconNames(request: IconloomImport | undefined): boolean {
  return request?.kind === 'names' || request?.kind === 'bound' || request?.kind === 'inline';
}

/** Source of an import or export, if it is a literal. */
function sourceOf(node: AnyNode): Literal | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'ImportExpression':
      return node.source.type === 'Literal' ? node.source : undefined;
    default:
      return undefined;
  }
}

/** Node to show for a use: the enclosing expression, such as a call. */
function enclosingExpression({ node, ancestors }: NodePath): AnyNode {
  const parent = ancestors.at(-1);
  return parent && /Expression$|Specifier$/.test(parent.type) ? parent : node;
}
