import type { AnyNode } from 'acorn';
import type { Module, Value, Values } from './values/model.ts';

/** Names that an expression can come to, which do not stand in it. */
export interface NameSet {
  /** The expression. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly NameElsewhere[];
  /** Names of which only parts are known: those before, between and after what is not. */
  readonly patterns: readonly (readonly string[])[];
  /** Whether it is the value of a shorthand property, which has to be written out. */
  readonly isShorthand?: boolean;
}

/** A name as it stands somewhere in the code of the app. */
export interface NameElsewhere {
  readonly name: string;
  readonly node: AnyNode;
  readonly module: Module;
}

/** The names among values; `undefined` where one of them can be no name. */
export function nameSetOf({ start, end }: AnyNode, values: Values): NameSet | undefined {
  if (!values?.every(isNameLike)) return undefined;
  const names = new Map<string, NameElsewhere>();
  const patterns = new Map<string, readonly string[]>();
  for (const value of values) {
    if (value.is === 'text' && value.text !== '') {
      names.set(value.text, { name: value.text, node: value.node, module: value.module });
    }
    if (value.is === 'pattern') patterns.set(value.parts.join('\n'), value.parts);
  }
  return { start, end, names: [...names.values()], patterns: [...patterns.values()] };
}

function isNameLike({ is }: Value): boolean {
  return is === 'text' || is === 'pattern' || is === 'nothing' || is === 'constant';
}

/** Whether a name is one that a pattern stands for. */
export function fits(name: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  if (name.length < first.length + last.length) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
