import type { AnyNode } from 'acorn';
import type { Scope } from '../../code/scope.ts';
import type { NodePath } from '../../code/walk.ts';
import { calleeName } from './callee-name.ts';
import { propsIn, WRAPPERS } from './components.ts';
import { type IsUnchanged, type NameInCode, namesInList, namesOf } from './literal-names.ts';
import { namesInProps } from './props-names.ts';
import { elementsOf, mapValues, type PossibleValues } from './values/model.ts';

/** Kind of an expression: a name, a list of names, or the properties of a component. */
type NameUseKind = 'name' | 'list' | 'props';

/** Expression that names come from. */
export interface AnalyzedUse {
  readonly kind: NameUseKind;
  /** The expression; `undefined` for a component without properties. */
  readonly source: AnyNode | undefined;
  /** Node with the expression. */
  readonly node: AnyNode;
  readonly scope: Scope;
}

interface UseKind {
  /** Names in the expression itself; `undefined` if there may be others. */
  readonly literalNames: (
    source: AnyNode | undefined,
    scope: Scope,
    isUnchanged: IsUnchanged,
  ) => readonly NameInCode[] | undefined;
  /** Names among the values of the expression. */
  readonly names: (values: PossibleValues) => PossibleValues;
}

const KINDS: Readonly<Record<NameUseKind, UseKind>> = {
  name: {
    literalNames: (source, scope) => source && namesOf(source, scope),
    names: (values) => values,
  },
  list: {
    literalNames: (source, scope, isUnchanged) => source && namesInList(source, scope, isUnchanged),
    names: (values) => elementsOf(values),
  },
  props: {
    literalNames: namesInProps,
    names: (values) =>
      mapValues(values, (value) => (value.kind === 'object' ? value.member('name') : undefined)),
  },
};

/** Functions by what their first argument is. */
const FUNCTIONS: ReadonlyMap<string, NameUseKind> = new Map([
  ['iconHref', 'name'],
  ['iconHtml', 'name'],
  ['spriteFor', 'list'],
]);

/** Use of an export of iconloom that takes names; `undefined` if it is used in any other way. */
export function nameUseOf(
  exported: string,
  { node, parent }: UnwrappedPath,
  scope: Scope,
): AnalyzedUse | undefined {
  if (parent?.type !== 'CallExpression') return undefined;
  const kind = FUNCTIONS.get(exported);
  if (kind) {
    const [first] = parent.callee === node ? parent.arguments : [];
    if (!first || first.type === 'SpreadElement') return undefined;
    return { kind, source: first, node: first, scope };
  }
  if (exported !== 'Icon') return undefined;
  const created = propsIn(parent, node, calleeName(parent.callee, scope));
  return created && { kind: 'props', source: created.props, node: created.props ?? node, scope };
}

/** Names in the expression itself; `undefined` if there may be others. */
export function literalNamesIn(
  { kind, source, scope }: AnalyzedUse,
  isUnchanged: IsUnchanged,
): readonly NameInCode[] | undefined {
  return KINDS[kind].literalNames(source, scope, isUnchanged);
}

/** Names among the values of the expression. */
export function namesAmong({ kind }: AnalyzedUse, values: PossibleValues): PossibleValues {
  return KINDS[kind].names(values);
}

/** Node without the wrappers around it. */
interface UnwrappedPath {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
  readonly ancestors: readonly AnyNode[];
}

/** Unwraps a reference from frameworks' wrappers, with its parent and ancestors. */
export function unwrap({ node, ancestors, scope }: NodePath): UnwrappedPath {
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
