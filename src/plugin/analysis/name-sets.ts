import type { AnyNode } from 'acorn';
import type { AppModule, PossibleValues, StaticValue } from './values/model.ts';

/** Names from elsewhere that can be the value of an expression. */
export interface NameSet {
  /** The expression. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly IndirectName[];
  /** Names with unknown gaps between the known parts. */
  readonly patterns: readonly (readonly string[])[];
}

/** Name in the code of the app. */
export interface IndirectName {
  readonly name: string;
  readonly node: AnyNode;
  readonly module: AppModule;
}

/** Collects names from values; `undefined` if a value cannot be a name. */
export function nameSetOf({ start, end }: AnyNode, values: PossibleValues): NameSet | undefined {
  if (!values?.every(isNameLike)) return undefined;
  const names = new Map<string, IndirectName>();
  const patterns = new Map<string, readonly string[]>();
  for (const value of values) {
    if (value.kind === 'text' && value.text !== '') {
      names.set(value.text, { name: value.text, node: value.node, module: value.module });
    }
    if (value.kind === 'pattern') patterns.set(value.parts.join('\n'), value.parts);
  }
  return { start, end, names: [...names.values()], patterns: [...patterns.values()] };
}

function isNameLike({ kind }: StaticValue): boolean {
  return kind === 'text' || kind === 'pattern' || kind === 'nothing' || kind === 'constant';
}

/** Checks a name against the known parts of a pattern. */
export function matchesPattern(name: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  if (name.length < first.length + last.length) return false;
  const end = name.length - last.length;
  let offset = first.length;
  for (const part of others) {
    const found = name.indexOf(part, offset);
    if (found < 0 || found + part.length > end) return false;
    offset = found + part.length;
  }
  return true;
}
