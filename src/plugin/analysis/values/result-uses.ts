import type { AnyNode, AssignmentProperty, Property } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import { lookUpVariable } from '../../../code/scope.ts';
import type { NodePath } from '../../../code/walk.ts';
import { calleeName } from '../callee-name.ts';

/** Expressions with the result of a function: its calls in place, by its name, or by its property. */
export function callsOfFunction(node: AnyNode, code: ModuleCode): readonly AnyNode[] {
  const parent = code.ancestors(node).at(-1);
  if (parent?.type === 'CallExpression') return [parent];
  if (parent?.type === 'Property') return usesOfProperty(parent, code);
  const name =
    node.type === 'FunctionDeclaration'
      ? node.id
      : parent?.type === 'VariableDeclarator'
        ? parent.id
        : undefined;
  return referencesTo(name, parent ?? node, code).flatMap(({ node: reference, ancestors }) => {
    const call = ancestors.at(-1);
    return call?.type === 'CallExpression' && call.callee === reference ? [call] : [];
  });
}

/** Uses of a method or getter of an object in a variable. */
function usesOfProperty(
  property: Property | AssignmentProperty,
  code: ModuleCode,
): readonly AnyNode[] {
  const declarator = code.ancestors(property).at(-2);
  if (declarator?.type !== 'VariableDeclarator') return [];
  const { kind, key } = property;
  const name = key.type === 'Identifier' ? key.name : undefined;
  return referencesTo(declarator.id, declarator, code).flatMap(
    ({ node, ancestors }): readonly AnyNode[] => {
      const [call, member] = [ancestors.at(-2), ancestors.at(-1)];
      if (member?.type !== 'MemberExpression' || member.object !== node) return [];
      const other = calleeName(member, code.scopeAt(member));
      if (name !== undefined && other !== undefined && name !== other) return [];
      const isCall = call?.type === 'CallExpression' && call.callee === member;
      return isCall && kind !== 'get' ? [call] : [member];
    },
  );
}

function referencesTo(
  name: AnyNode | null | undefined,
  at: AnyNode,
  code: ModuleCode,
): readonly NodePath[] {
  if (name?.type !== 'Identifier') return [];
  const variable = lookUpVariable(name.name, code.scopeAt(at));
  return variable ? code.references(variable) : [];
}
