import * as cssTree from 'css-tree';

/**
 * Parses CSS with css-tree. css-tree reuses its token buffer and, after an unmatched closing brace,
 * reads tokens of an earlier text past the end of this one; an opening brace there causes an
 * endless loop (seen in 3.2.1). So the buffer is overwritten first.
 */
export function parseCss(css: string, options: cssTree.ParseOptions = {}): cssTree.CssNode {
  cssTree.parse(';'.repeat(css.length + 1), { context: 'declarationList' });
  const ast = cssTree.parse(css, options);
  if (css.includes('!')) dropInvalidPriorities(ast);
  return ast;
}

/**
 * css-tree accepts any word after `!`; browsers ignore declarations with a word other than
 * `important`.
 */
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
