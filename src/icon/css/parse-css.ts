import * as cssTree from 'css-tree';

/**
 * css-tree's `parse`, which keeps its buffers from one text to the next and, with one closing brace
 * too many, reads what an earlier text left right behind the end of this one. Where that was an
 * opening brace, it never ends (seen with 3.2.1). So all that it could read is written over first.
 */
export function parseCss(css: string, options: cssTree.ParseOptions = {}): cssTree.CssNode {
  cssTree.parse(';'.repeat(css.length + 1), { context: 'declarationList' });
  const ast = cssTree.parse(css, options);
  if (css.includes('!')) dropInvalidPriorities(ast);
  return ast;
}

/** css-tree takes any word behind `!`; browsers ignore a declaration with another one. */
function dropInvalidPriorities(ast: cssTree.CssNode): void {
  cssTree.walk(ast, {
    visit: 'Declaration',
    enter(node, item, list) {
      if (typeof node.important !== 'string') return;
      if (cssTree.ident.decode(node.important).toLowerCase() === 'important') node.important = true;
      else list?.remove(item);
    },
  });
}
