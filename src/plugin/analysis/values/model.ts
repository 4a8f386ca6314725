import type { AnyNode } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import type { Declared } from '../../../code/scope.ts';

/** Module of the app. */
export interface Module {
  /** Absolute path, or the id of the bundler. */
  readonly file: string;
  readonly code: ModuleCode;
}

/** Value that an expression can have. */
export type Value =
  | { readonly is: 'text'; readonly text: string; readonly node: AnyNode; readonly module: Module }
  /** Text with unknown gaps between the known parts. */
  | { readonly is: 'pattern'; readonly parts: readonly string[] }
  /** `undefined`, `null`, a boolean or a number. */
  | { readonly is: 'nothing' }
  /** Constant of iconloom, `icon.x`, which is kept separately. */
  | { readonly is: 'constant' }
  | {
      readonly is: 'object';
      readonly member: Members;
      readonly keys: () => Values;
      readonly state?: State;
    }
  | {
      readonly is: 'list';
      readonly at: (index: number | undefined) => Values;
      readonly state?: State;
    }
  | { readonly is: 'function'; readonly node: AnyNode; readonly module: Module }
  /** Container of a value: a signal, a ref, a computed value, a Map. */
  | { readonly is: 'box'; readonly inside: () => Values; readonly state?: State };

/** State of a framework, which is made to be set: one for all callers, or one for each call. */
export type State = 'shared' | 'own';

/** Values of a property; of all properties if the key is unknown (`undefined`). */
type Members = (key: string | undefined) => Values;

/** All values that an expression can have; `undefined` if others are possible. */
export type Values = readonly Value[] | undefined;

export const NOTHING: Values = [{ is: 'nothing' }];

/** Evaluates expressions; its parts call each other through it. */
export interface Evaluator {
  readonly values: (node: AnyNode, module: Module) => Values;
  /** Checks that a module never changes an object or list in a variable, except its order. */
  readonly isUnchanged: (declared: Declared, module: Module) => boolean;
  /** Values that a function returns. */
  readonly returned: (node: AnyNode, module: Module) => Values;
  /** Values that calling a value returns; unknown if it may not be a function. */
  readonly called: (values: Values) => Values;
  /** Values of an import; `*` is the namespace. */
  readonly imported: (module: Module, source: string, name: string) => Values;
  /** Values of a parameter. */
  readonly argument: (node: AnyNode, index: number, module: Module) => Values;
}

/** Checks that code can change a value in place. */
export function canChange({ is }: Value): boolean {
  return is === 'object' || is === 'list' || is === 'box';
}

/** Joins values; unknown if one of them is. */
export function union(all: readonly Values[]): Values {
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
}

/** Maps each value and joins the results. */
export function fromEach(values: Values, get: (value: Value) => Values): Values {
  return values && union(values.map(get));
}

/** Elements of lists, or the one at an index. */
export function elementsOf(values: Values, index?: number): Values {
  return fromEach(values, (value) => {
    if (value.is === 'list') return value.at(index);
    return value.is === 'nothing' ? [] : undefined;
  });
}

/** Values of a property of objects. */
export function membersOf(values: Values, key: string | undefined): Values {
  return fromEach(values, (value) => {
    switch (value.is) {
      case 'object':
        return value.member(key);
      case 'list':
        if (key === 'length') return NOTHING;
        return key === undefined || /^\d+$/.test(key)
          ? value.at(key === undefined ? undefined : Number(key))
          : undefined;
      case 'box':
        return key === 'value' || key === 'current' ? value.inside() : undefined;
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
 * @param isDropped tells which state is dropped; the default is all
 */
export function withoutState(
  values: Values,
  isDropped: (state: State) => boolean = () => true,
): Values {
  const inner = (each: Values) => withoutState(each, isDropped);
  return fromEach(values, (value): Values => {
    if ('state' in value && value.state && isDropped(value.state)) return undefined;
    switch (value.is) {
      case 'object':
        return [{ ...value, member: (key) => inner(value.member(key)) }];
      case 'list':
        return [{ ...value, at: (index) => inner(value.at(index)) }];
      case 'box':
        return [{ ...value, inside: () => inner(value.inside()) }];
      default:
        return [value];
    }
  });
}

/** Texts of values; `undefined` if one is not a text. */
export function textsOf(values: Values): readonly string[] | undefined {
  if (!values || values.length === 0) return undefined;
  const texts = values.flatMap((value) => (value.is === 'text' ? [value.text] : []));
  return texts.length === values.length ? texts : undefined;
}

/** List whose elements are not distinguished by index. */
export function listOf(elements: () => Values): Value {
  return { is: 'list', at: elements };
}
