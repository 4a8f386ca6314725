import type { Expression } from 'acorn';

/** Variable of a scope. */
export type Variable =
  | { readonly kind: 'import'; readonly source: string; readonly imported: string }
  /** A constant that is set where it is declared, in this scope. */
  | { readonly kind: 'const'; readonly value: Expression; readonly scope: Scope }
  /** A variable that is set where it is declared, and may be set again. */
  | { readonly kind: 'let'; readonly value: Expression; readonly scope: Scope }
  | { readonly kind: 'other' };

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Variable>;
}

/** Finds the variable that a name refers to in a scope. */
export function lookUpVariable(name: string, from: Scope): Variable | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const declared = scope.names.get(name);
    if (declared) return declared;
  }
  return undefined;
}
