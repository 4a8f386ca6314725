import type { AnyNode } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';

/** A module whose code is read for the values in it. */
export interface Module {
  /** Absolute path, or what the bundler calls it. */
  readonly file: string;
  readonly code: ModuleCode;
}

/** Something that an expression can come to. */
export type Value =
  | { readonly is: 'text'; readonly text: string; readonly node: AnyNode; readonly module: Module }
  /** A text of which only parts are known: those before, between and after what is not. */
  | { readonly is: 'pattern'; readonly parts: readonly string[] }
  /** `undefined`, `null`, a boolean or a number. */
  | { readonly is: 'nothing' }
  /** A constant of ours, which is kept by itself. */
  | { readonly is: 'constant' }
  /** @see Members */
  | { readonly is: 'object'; readonly member: Members; readonly keys: () => Values }
  | { readonly is: 'list'; readonly at: (index: number | undefined) => Values }
  | { readonly is: 'function'; readonly node: AnyNode; readonly module: Module }
  /** What a value is kept in: a signal, a ref, something computed, a Map. */
  | { readonly is: 'box'; readonly inside: () => Values };

/** The values of a property, or of all where it is not known which. */
export type Members = (key: string | undefined) => Values;

/** All that an expression can come to; `undefined` where it can come to something else. */
export type Values = readonly Value[] | undefined;

export const NOTHING: Values = [{ is: 'nothing' }];

/** Works out values; its parts ask each other through it. */
export interface Evaluator {
  readonly values: (node: AnyNode, module: Module) => Values;
  /** What a function returns. */
  readonly returned: (node: AnyNode, module: Module) => Values;
  /** What functions of a value return; `undefined` where it may be none. */
  readonly called: (values: Values) => Values;
  /** What a module gets from another. `*` is all of it. */
  readonly imported: (module: Module, source: string, name: string) => Values;
  /** What an argument of a function can be. */
  readonly argument: (node: AnyNode, index: number, module: Module) => Values;
}

/** Whether code may change what it is after it was made. */
export function canChange({ is }: Value): boolean {
  return is === 'object' || is === 'list' || is === 'box';
}

/** All of several; unknown if one of them is. */
export function union(all: readonly Values[]): Values {
  return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
}

/** What each value comes to, all together. */
export function fromEach(values: Values, get: (value: Value) => Values): Values {
  return values && union(values.map(get));
}

/** The elements of lists. */
export function elementsOf(values: Values, index?: number): Values {
  return fromEach(values, (value) => {
    if (value.is === 'list') return value.at(index);
    return value.is === 'nothing' ? [] : undefined;
  });
}

/** The properties of objects. */
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

/** The texts among values, if all are texts. */
export function textsOf(values: Values): readonly string[] | undefined {
  if (!values || values.length === 0) return undefined;
  const texts = values.flatMap((value) => (value.is === 'text' ? [value.text] : []));
  return texts.length === values.length ? texts : undefined;
}

/** A list whose elements are not told apart. */
export function listOf(elements: () => Values): Value {
  return { is: 'list', at: elements };
}
