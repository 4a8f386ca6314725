import type { CodeSearch, NodeVisitor, VisitedPath } from '../code-search.ts';
import { classifyLink, isSpriteLink } from '../links.ts';
import { ownerName } from '../node-names.ts';
import { type StringLiteral, type SyntaxNode, stringLiteral, toSyntaxNode } from '../syntax.ts';

/** Renames the id in a link to the sprite, and reports other strings that may be icon names. */
export const visitString: NodeVisitor = (search, node, path) => {
  const found = stringLiteral(node);
  if (!found) return;
  const parent = path.ancestors.at(-1);
  const parentNode = parent && toSyntaxNode(parent);
  const link = classifyLink(found.value, search.icon);
  if (link) visitLink(search, found, link, node, parentNode);
  else if (found.value === search.icon.from && !/^(Import|Export)/.test(parentNode?.type ?? '')) {
    reportString(search, found, path);
  }
};

/** Renames the id at the end of a template: `${base}/sprite.svg#menu`. */
export const visitTemplateElement: NodeVisitor = (search, node) => {
  const { icon } = search;
  const { cooked } = node.value as { readonly cooked?: string };
  if (node.tail !== true || cooked === undefined || !isSpriteLink(cooked, icon)) return;
  search.addUse(node.end - icon.fromId.length, node.end, icon.toId, node);
};

const UNSURE_LINKS = {
  page: 'it may link to any element with that id in the page',
  other: 'it links to another file',
};

function visitLink(
  search: CodeSearch,
  { start, end }: StringLiteral,
  link: 'sprite' | 'page' | 'other',
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
): void {
  const { icon, code } = search;
  const attribute = parent?.type === 'JSXAttribute' ? parent : undefined;
  if (link === 'sprite') {
    search.addUse(end - icon.fromId.length, end, icon.toId, attribute ?? node);
  } else if (attribute || code.isIconloomFile) search.addUnsure(start, UNSURE_LINKS[link]);
}

function reportString(search: CodeSearch, { start }: StringLiteral, path: VisitedPath): void {
  const owner = ownerName(path);
  if (search.code.isIconloomFile) {
    search.addUnsure(start, 'it is the same word, but may mean something else');
  } else if (/icon|glyph/i.test(owner)) {
    search.addUnsure(start, `it belongs to '${owner}', which is unknown`);
  }
}
