import { type AnyNode, type ImportDeclaration, type Literal, parse } from 'acorn';
import { type Asked, askedFor, type BoundEntry } from '../../code/module-ids.ts';
import { lookUp, type Scope } from '../../code/scope.ts';
import { isReference, type Place, walk } from '../../code/walk.ts';
import { HANDING_ON, propsIn } from './components.ts';
import { type NameInCode, namesInList, namesInProps, namesOf } from './constant-names.ts';

/** What a module does with icons. */
export interface Analysis {
  /** Names that stand in the code. */
  readonly names: readonly NameInCode[];
  /** Constants: `icon.x`. */
  readonly constants: readonly NameInCode[];
  /** Icons that are imported by themselves; the place is that of the source. */
  readonly imports: readonly NameInCode[];
  /** Uses from which it cannot be told which icons they are of. */
  readonly unclear: readonly Unclear[];
  /** Import declarations all of whose uses are clear; the place is that of the source. */
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

/** What of a bound entry knows the names; its other exports are as they are. */
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

/** Whether a module may have to do with icons, without looking closer. */
export function mayUseIcons(code: string): boolean {
  return code.includes('iconloom');
}

/** Finds out which icons a module uses. @throws {SyntaxError} where the code is no JavaScript. */
export function analyze(code: string): Analysis {
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowReturnOutsideFunction: true,
    allowHashBang: true,
  });
  const names = new Map<number, NameInCode>();
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

  /** An icon may also be imported when it is needed, or exported at once. */
  function importIcon(node: AnyNode): void {
    const source = sourceOf(node);
    const asked = source && askedFor(String(source.value));
    if (!source || asked?.is !== 'icon') return;
    imports.push({ name: asked.name, start: source.start, end: source.end, isShared: false });
  }

  /** Finds the names in a use of one of our exports; false where they cannot be told. */
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
    const found = NAME_FIRST.has(what)
      ? inCall(node, parent, place.scope, namesOf)
      : NAMES_FIRST.has(what)
        ? inCall(node, parent, place.scope, namesInList)
        : what === 'Icon'
          ? inComponent(node, parent, place.scope)
          : undefined;
    for (const each of found ?? []) names.set(each.start, each);
    return found !== undefined;
  }

  function inCall(node: AnyNode, parent: AnyNode | undefined, scope: Scope, find: typeof namesOf) {
    if (parent?.type !== 'CallExpression' || parent.callee !== node) return undefined;
    const [first] = parent.arguments;
    return first && find(first, scope, isConstant);
  }

  function inComponent(node: AnyNode, parent: AnyNode | undefined, scope: Scope) {
    const called = parent?.type === 'CallExpression' ? calledOf(parent.callee, scope) : undefined;
    const created = propsIn(parent, node, called);
    return created && namesInProps(created.props, scope, isConstant, calledOf);
  }
}

/** What an identifier is, if it is one of our exports that know names; `plain` if it knows none. */
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

/** `icon.x` or `icon['x']`, also where `icon` is handed on. */
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

/** The name of a function as its module exports it, or as it is called. */
function calledOf(callee: AnyNode, scope: Scope): string | undefined {
  if (callee.type === 'MemberExpression') {
    const { property } = callee;
    return property.type === 'Identifier' && !callee.computed ? property.name : undefined;
  }
  if (callee.type === 'SequenceExpression') {
    return calledOf(callee.expressions.at(-1) as AnyNode, scope);
  }
  if (callee.type !== 'Identifier') return undefined;
  const declared = lookUp(callee.name, scope);
  return declared?.is === 'import' ? declared.imported : callee.name;
}

/** What a reference comes to once frameworks' wrappers are off, and what it stands in. */
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

/** Whether a module of ours is passed on whole. */
function isHandedOn(node: AnyNode): boolean {
  const source = node.type === 'ImportDeclaration' ? undefined : sourceOf(node)?.value;
  return typeof source === 'string' && knowsNames(askedFor(source));
}

/** The import of a sprite that is only to be in the page from then on: `await import('…/inline')`. */
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

/** What an import or export is from, where that stands there. */
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

/** The part of the code to show for a use: the call or the like that it stands in. */
function shown({ node, around }: Place): AnyNode {
  const parent = around.at(-1);
  return parent && /Expression$|Specifier$/.test(parent.type) ? parent : node;
}
