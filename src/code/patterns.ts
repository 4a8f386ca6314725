import type { Identifier, Pattern } from 'acorn';

/** Variables of a destructuring pattern. */
export function identifiersIn(node: Pattern): readonly Identifier[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'ObjectPattern':
      return node.properties.flatMap((each) =>
        identifiersIn(each.type === 'RestElement' ? each.argument : each.value),
      );
    case 'ArrayPattern':
      return node.elements.flatMap((each) => (each ? identifiersIn(each) : []));
    case 'AssignmentPattern':
      return identifiersIn(node.left);
    case 'RestElement':
      return identifiersIn(node.argument);
    default:
      return [];
  }
}
