import * as cssTree from 'css-tree';

/**
 * css-tree's `parse`, which keeps its buffers from one text to the next and, with one closing brace
 * too many, reads what an earlier text left right behind the end of this one. Where that was an
 * opening brace, it never ends (seen with 3.2.1). So all that it could read is written over first.
 */
export function parseCss(css: string, options: cssTree.ParseOptions = {}): cssTree.CssNode {
  cssTree.parse(';'.repeat(css.length + 1), { context: 'declarationList' });
  return cssTree.parse(css, options);
}
