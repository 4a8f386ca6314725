import type { AnyNode } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import type { Scope, Variable } from '../../../code/scope.ts';

/** Module of the app. */
export interface AppModule {
  /** Absolute path, or the id of the bundler. */
  readonly file: string;
  readonly code: ModuleCode;
}

/** Finds the module behind an import; `undefined` if its code cannot be read. */
export type FindModule = (from: AppModule, source: string) => AppModule | undefined;

/** Value that an expression can have. */
export type StaticValue =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly node: AnyNode;
      readonly module: AppModule;
    }
  /** Text with unknown gaps between the known parts. */
  | { readonly kind: 'pattern'; readonly parts: readonly string[] }
  /** `undefined`, `null`, a boolean or a number. */
  | { readonly kind: 'nothing' }
  /** Constant of iconloom, `icon.x`, which is kept separately. */
  | { readonly kind: 'constant' }
  | {
      readonly kind: 'object';
      readonly member: Members;
      readonly keys: () => PossibleValues;
      readonly state?: StateOwner;
    }
  | {
      readonly kind: 'list';
      readonly at: (index: number | undefined) => PossibleValues;
      readonly state?: StateOwner;
    }
  | { readonly kind: 'function'; readonly node: AnyNode; readonly module: AppModule }
  /** Container of a value: a signal, a ref, a computed value, a Map. */
  | { readonly kind: 'box'; readonly content: () => PossibleValues; readonly state?: StateOwner };

/** State of a framework, which is made to be set: one for all callers, or one for each call. */
export type StateOwner = 'shared' | 'own';

/** Values of a property; of all properties if the key is unknown (`undefined`). */
type Members = (key: string | undefined) => PossibleValues;

/** All values that an expression can have; `undefined` if others are possible. */
export type PossibleValues = readonly StaticValue[] | undefined;

export const NOTHING: PossibleValues = [{ kind: 'nothing' }];

/** Evaluates expressions; its parts call each other through it. */
export interface Evaluator {
  readonly values: (node: AnyNode, module: AppModule) => PossibleValues;
  /** Values of a variable, looked up from a scope. Default: the scope of the whole module. */
  readonly variable: (name: string, module: AppModule, from?: Scope) => PossibleValues;
  /** Checks that a module never changes an object or list in a variable, except its order. */
  readonly isUnchanged: (declared: Variable, module: AppModule) => boolean;
  /** Values that a function returns. */
  readonly returned: (node: AnyNode, module: AppModule) => PossibleValues;
  /** Values that calling a value returns; unknown if it may not be a function. */
  readonly callResults: (values: PossibleValues) => PossibleValues;
  /** Values of an import; `*` is the namespace. */
  readonly imported: (module: AppModule, source: string, name: string) => PossibleValues;
  /** Values of a parameter. */
  readonly argument: (node: AnyNode, index: number, module: AppModule) => PossibleValues;
}

/** Checks that code can change a value in place. */
export function canChange({ kind }: StaticValue): boolean {
  return kind === 'object' || kind === 'list' || kind === 'box';
}

/** Values of all elements or properties of a value. */
export function partsOf(value: StaticValue): PossibleValues {
  switch (value.kind) {
    case 'object':
      return value.member(undefined);
    case 'list':
      return value.at(undefined);
    case 'box':
      return value.content();
    default:
      return [];
  }
}

/** Joins values; unknown if one of them is. */
export function unionOf(all: readonly PossibleValues[]): PossibleValues {
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
}

/** Maps each value and joins the results. */
export function mapValues(
  values: PossibleValues,
  get: (value: StaticValue) => PossibleValues,
): PossibleValues {
  return values && unionOf(values.map(get));
}

/** Elements of lists, or the one at an index. */
export function elementsOf(values: PossibleValues, index?: number): PossibleValues {
  return mapValues(values, (value) => {
    if (value.kind === 'list') return value.at(index);
    return value.kind === 'nothing' ? [] : undefined;
  });
}

/** Values of a property of objects. */
export function membersOf(values: PossibleValues, key: string | undefined): PossibleValues {
  return mapValues(values, (value) => {
    switch (value.kind) {
      case 'object':
        return value.member(key);
      case 'list':
        if (key === 'length') return NOTHING;
        return key === undefined || /^\d+$/.test(key)
          ? value.at(key === undefined ? undefined : Number(key))
          : undefined;
      case 'box':
        return key === 'value' || key === 'current' ? value.content() : undefined;
      case 'nothing':
        return [];
      default:
        return undefined;
    }
  });
}

/**
 * Values as another module sees them, without state, which any module may set.
 *
 * @param isDropped selects the state to drop. Default: all.
 */
export function withoutState(
  values: PossibleValues,
  isDropped: (state: StateOwner) => boolean = () => true,
): PossibleValues {
  const inner = (each: PossibleValues) => withoutState(each, isDropped);
  return mapValues(values, (value): PossibleValues => {
    if ('state' in value && value.state && isDropped(value.state)) return undefined;
    switch (value.kind) {
      case 'object':
        return [{ ...value, member: (key) => inner(value.member(key)) }];
      case 'list':
        return [{ ...value, at: (index) => inner(value.at(index)) }];
      case 'box':
        return [{ ...value, content: () => inner(value.content()) }];
      default:
        return [value];
    }
  });
}

/** Texts of values; `undefined` if one is not a text. */
export function textsOf(values: PossibleValues): readonly string[] | undefined {
  if (!values || values.length === 0) return undefined;
  const texts = values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  return texts.length === values.length ? texts : undefined;
}

/** List whose elements are not distinguished by index. */
export function listOf(elements: () => PossibleValues): StaticValue {
  return { kind: 'list', at: elements };
}
