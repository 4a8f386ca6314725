import type { AnyNode } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import type { PossibleValues } from './model.ts';

/** Options of a check for changes. */
export interface MutationCheck {
  readonly code: ModuleCode;
  /** Evaluates an expression by its literals, even if code changes them. */
  readonly literalValues: (node: AnyNode) => PossibleValues;
  /** Ignores changes of the order of a list. */
  readonly allowsReordering: boolean;
}

/** Search along all places that a value goes to; its parts call each other through it. */
export interface ValueFlow extends MutationCheck {
  /**
   * Checks that nothing changes the value of an expression where it goes from there.
   *
   * @param holder part of it whose value is followed
   */
  readonly isUnchanged: (node: AnyNode, holder: AnyNode) => boolean;
  /** Checks that the variables of a pattern are never changed; other targets are not followed. */
  readonly areUnchanged: (node: AnyNode) => boolean;
  /** Checks that the value of an expression may be an object, a list or a box. */
  readonly isObject: (node: AnyNode) => boolean;
  /** Checks that elements or properties of a value may be objects. */
  readonly hasObjects: (node: AnyNode) => boolean;
}
