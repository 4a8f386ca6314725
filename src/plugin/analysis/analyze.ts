import { type AnyNode, type Identifier, type ImportDeclaration, type Literal, parse } from 'acorn';
import { openModuleCode } from '../../code/bindings.ts';
import { type Asked, askedFor, type BoundEntry } from '../../code/module-ids.ts';
import { lookUp, type Scope } from '../../code/scope.ts';
import { isReference, type Place, walk } from '../../code/walk.ts';
import { calledOf } from './called.ts';
import { HANDING_ON, propsIn } from './components.ts';
import { type NameInCode, namesInList, namesInProps, namesOf } from './constant-names.ts';
import { type NameSet, nameSetOf } from './name-sets.ts';
import { type FindModule, openEvaluator, openMemory } from './values/evaluate.ts';
import { elementsOf, fromEach, type Module, type Values } from './values/model.ts';

/** Uses of icons in a module. */
export interface Analysis {
  /** Names in the code. */
  readonly names: readonly NameInCode[];
  /** Possible names of uses, from elsewhere in this module or from others. */
  readonly sets: readonly NameSet[];
  /** Constants: `icon.x`. */
  readonly constants: readonly NameInCode[];
  /** Icons that are imported individually; the range is that of the source. */
  readonly imports: readonly NameInCode[];
  /** Uses with unknown names. */
  readonly unclear: readonly Unclear[];
  /** Imports with only known names; the range is that of the source. */
  readonly clear: readonly ImportedFrom[];
}

interface Unclear {
  readonly start: number;
  readonly end: number;
}

interface ImportedFrom {
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
  readonly follow?: FindModule;
}

/** Finds the icons that a module uses. @throws {SyntaxError} if the code is not JavaScript. */
export function analyze(code: string, { file = '', follow }: AnalysisOptions = {}): Analysis {
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowReturnOutsideFunction: true,
    allowHashBang: true,
  });
  const names = new Map<number, NameInCode>();
  const sets = new Map<number, NameSet>();
  let main: Module | undefined;
  const memory = openMemory();
  const constants: NameInCode[] = [];
  const imports: NameInCode[] = [];
  const unclear: Unclear[] = [];
  const clear: ImportedFrom[] = [];
  const declarations = new Map<ImportDeclaration, boolean>();
  const owners = new Map<string, ImportDeclaration>();

  walk(program, (place) => {
    const { node, scope } = place;
    importIcon(node);
    if (node.type === 'ImportDeclaration') return importFrom(node);
    if (isHandedOn(node)) {
      const inline = inlinedLater(place);
      if (inline) clear.push(inline);
      else unclear.push(node);
      return;
    }
    if (!isReference(place) || node.type !== 'Identifier') return;
    const what = ours(node, scope);
    if (!what) return;
    if (isClearUse(what, place)) return;
    unclear.push(shown(place));
    const owner = owners.get(node.name);
    if (owner) declarations.set(owner, false);
  });

  return {
    names: [...names.values()],
    sets: [...sets.values()],
    constants,
    imports,
    unclear,
    clear: [
      ...clear,
      ...[...declarations].flatMap(([{ source }, isClear]) => (isClear ? [importOf(source)] : [])),
    ],
  };

  function importFrom(node: ImportDeclaration): void {
    const { source, specifiers } = node;
    const asked = askedFor(String(source.value));
    if (!knowsNames(asked)) return;
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
    const asked = source && askedFor(String(source.value));
    if (!source || asked?.is !== 'icon') return;
    imports.push({ name: asked.name, start: source.start, end: source.end, isShared: false });
  }

  /** Finds the names in a use of an iconloom export; false if they are unknown. */
  function isClearUse(what: string, place: Place): boolean {
    if (what === 'plain') return true;
    const { node, parent, around } = handedOn(place);
    if (what === 'icon') {
      if (!isConstant(parent, place.scope) || isChanged(parent, around)) return false;
      constants.push({
        name: constantName(parent) ?? '',
        start: parent?.start ?? 0,
        end: parent?.end ?? 0,
        isShared: false,
      });
      return true;
    }
    const use =
      NAME_FIRST.has(what) || NAMES_FIRST.has(what)
        ? usedInCall(node, parent, NAMES_FIRST.has(what))
        : what === 'Icon'
          ? usedAsComponent(node, parent, place.scope)
          : undefined;
    if (!use) return false;
    const found = use.found(place.scope);
    for (const each of found ?? []) names.set(each.start, each);
    if (found) return true;
    if (!follow) return false;
    const set = nameSetOf(use.node, use.values(follow));
    if (set) sets.set(set.start, set);
    return set !== undefined;
  }

  /** An expression that names come from. */
  interface Use {
    readonly node: AnyNode;
    /** Names in the expression itself; `undefined` if there may be others. */
    readonly found: (scope: Scope) => readonly NameInCode[] | undefined;
    readonly values: (find: FindModule) => Values;
  }

  /** @param isList true if the first argument is a list of names */
  function usedInCall(
    node: AnyNode,
    parent: AnyNode | undefined,
    isList: boolean,
  ): Use | undefined {
    if (parent?.type !== 'CallExpression' || parent.callee !== node) return undefined;
    const [first] = parent.arguments;
    if (!first || first.type === 'SpreadElement') return undefined;
    return {
      node: first,
      found: (scope) =>
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
  ): Use | undefined {
    const called = parent?.type === 'CallExpression' ? calledOf(parent.callee, scope) : undefined;
    const created = propsIn(parent, node, called);
    if (!created) return undefined;
    const { props = node } = created;
    return {
      node: props,
      found: (from) => namesInProps(created.props, from, isConstant, calledOf, isUnchanged),
      values: (find) =>
        fromEach(valuesOf(props, find), (value) =>
          value.is === 'object' ? value.member('name') : undefined,
        ),
    };
  }

  function valuesOf(node: AnyNode, find: FindModule): Values {
    return openEvaluator(find, isConstant, memory).values(node, mainModule());
  }

  function isUnchanged(variable: Identifier): boolean {
    const module = mainModule();
    const declared = lookUp(variable.name, module.code.scopeAt(variable));
    const evaluator = openEvaluator(follow ?? (() => undefined), isConstant, memory);
    return declared !== undefined && evaluator.isUnchanged(declared, module);
  }

  function mainModule(): Module {
    main ??= { file, code: openModuleCode(program) };
    return main;
  }
}

/** Name of the iconloom export that an identifier refers to; `plain` if that takes no names. */
function ours(node: AnyNode, scope: Scope): string | undefined {
  if (node.type !== 'Identifier') return undefined;
  const declared = lookUp(node.name, scope);
  if (declared?.is !== 'import') return undefined;
  const asked = askedFor(declared.source);
  if (asked?.is === 'names' || asked?.is === 'inline') return declared.imported;
  if (asked?.is !== 'bound') return undefined;
  return declared.imported === BOUND_EXPORTS[asked.entry] || declared.imported === '*'
    ? declared.imported
    : 'plain';
}

/** Recognizes `icon.x` and `icon['x']`, also with `icon` in a framework's wrapper. */
function isConstant(node: AnyNode | undefined, scope: Scope): boolean {
  if (node?.type !== 'MemberExpression' || constantName(node) === undefined) return false;
  const { object } = node;
  const [given] = object.type === 'CallExpression' ? object.arguments : [];
  const isHanded =
    object.type === 'CallExpression' && HANDING_ON.has(calledOf(object.callee, scope) ?? '');
  return ours(isHanded && given ? given : object, scope) === 'icon';
}

function constantName(node: AnyNode | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined;
}

function isChanged(node: AnyNode | undefined, around: readonly AnyNode[]): boolean {
  const parent = around.at(-1);
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent?.type === 'UpdateExpression' || /Pattern$/.test(parent?.type ?? '');
}

/** Unwraps a reference from frameworks' wrappers, with its parent and ancestors. */
function handedOn({ node, around, scope }: Place): {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
  readonly around: readonly AnyNode[];
} {
  const parent = around.at(-1);
  const rest = around.slice(0, -1);
  const isWrapped =
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    HANDING_ON.has(calledOf(parent.callee, scope) ?? '');
  return isWrapped
    ? handedOn({ node: parent, around: rest, scope })
    : { node, parent, around: rest };
}

/** Checks that an iconloom module is reexported or imported dynamically as a whole. */
function isHandedOn(node: AnyNode): boolean {
  const source = node.type === 'ImportDeclaration' ? undefined : sourceOf(node)?.value;
  return typeof source === 'string' && knowsNames(askedFor(source));
}

/** Dynamic import that only puts the sprite into the page: `await import('…/inline')`. */
function inlinedLater({ node, around }: Place): ImportedFrom | undefined {
  const source = node.type === 'ImportExpression' ? sourceOf(node) : undefined;
  if (!source || askedFor(String(source.value))?.is !== 'inline') return undefined;
  const parent = around.at(around.at(-1)?.type === 'AwaitExpression' ? -2 : -1);
  return parent?.type === 'ExpressionStatement' ? importOf(source) : undefined;
}

function importOf({ value, start, end }: Literal): ImportedFrom {
  return { source: String(value), start, end };
}

function knowsNames(asked: Asked | undefined): boolean {
  return asked?.is === 'names' || asked?.is === 'bound' || asked?.is === 'inline';
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
function shown({ node, around }: Place): AnyNode {
  const parent = around.at(-1);
  return parent && /Expression$|Specifier$/.test(parent.type) ? parent : node;
}
