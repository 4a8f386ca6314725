import type { AnyNode } from 'acorn';
import { addEnumMembers, addHoisted, addLexical, addOpaque, addPattern } from './declarations.ts';
import type { FunctionNode } from './functions.ts';
import type { Scope } from './scope.ts';

/** Scope that a node creates, or the one that contains it. */
export function scopeOf(node: AnyNode, parent: Scope | undefined): Scope {
  const scope: Scope = { parent, names: new Map() };
  switch (node.type) {
    case 'Program':
      addHoisted(node, scope);
      addLexical(node.body, scope);
      return scope;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      addFunction(node, scope);
      return scope;
    default:
      addBlock(node, scope);
      return scope.names.size > 0 || !parent ? scope : parent;
  }
}

function addFunction(node: FunctionNode, scope: Scope): void {
  for (const param of node.params) addPattern(param, scope);
  if (node.type === 'FunctionExpression' && node.id) addOpaque(node.id.name, scope);
  addHoisted(node.body, scope);
}

/** Adds what a node other than a function declares for the nodes inside it. */
function addBlock(node: AnyNode, scope: Scope): void {
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      addLexical(node.body, scope);
      break;
    case 'SwitchStatement':
      addLexical(
        node.cases.flatMap(({ consequent }) => consequent),
        scope,
      );
      break;
    case 'ForStatement':
      addLexical(node.init ? [node.init] : [], scope);
      break;
    case 'ForInStatement':
    case 'ForOfStatement':
      addLexical([node.left], scope);
      break;
    case 'CatchClause':
      if (node.param) addPattern(node.param, scope);
      break;
    case 'ClassExpression':
      if (node.id) addOpaque(node.id.name, scope);
      break;
    default:
      addEnumMembers(node as object, scope);
  }
}
