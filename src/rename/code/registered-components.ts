import type { Program } from 'acorn';
import { walk } from '../../code/walk.ts';
import { childNode, childNodes, keyName, type SyntaxNode, toSyntaxNode } from './syntax.ts';

/** Components that Vue registers under other names: `components: { AppIcon: Icon }`. */
export function findRegisteredComponents(
  programs: readonly Program[],
): ReadonlyMap<string, SyntaxNode> {
  const components = new Map<string, SyntaxNode>();
  for (const program of programs) {
    walk(program, ({ node }) => {
      const property = toSyntaxNode(node);
      if (property.type !== 'Property' || keyName(property) !== 'components') return;
      for (const each of childNodes(childNode(property, 'value'), 'properties')) {
        const [name, value] = [keyName(each), childNode(each, 'value')];
        if (name !== undefined && value) components.set(name, value);
      }
    });
  }
  return components;
}
