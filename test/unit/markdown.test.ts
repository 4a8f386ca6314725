import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { escapeDocComment } from '../../src/core/escape.ts';
import { escapeHostedMarkdown, escapeMarkdown, markdownCode } from '../../src/core/markdown.ts';
import type { OutputFile } from '../../src/core/types.ts';
import { openNames } from '../../src/emit/names.ts';
import { iconOf, spriteOf } from './icons.ts';

describe('text in Markdown', () => {
  test.each([
    ['![](https://leak.invalid/p.png)', '!\\[\\](https\\://leak.invalid/p.png)'],
    ['[a](b)', '\\[a\\](b)'],
    ['![a][b]', '!\\[a\\]\\[b\\]'],
    ['[a]: https://a.b', '\\[a\\]: https\\://a.b'],
    ['<img src=x>', '&lt;img src=x>'],
    ['<https://a.b>', '&lt;https\\://a.b>'],
    ['https://a.b', 'https\\://a.b'],
    ['www.a.b', 'www\\.a.b'],
    ['<mailto:a@b.c>', '&lt;mailto\\:a@b.c>'],
    ['`code`', '\\`code\\`'],
    ['**bold** *a*', '\\*\\*bold\\*\\* \\*a\\*'],
    ['_a_ b_c', '\\_a\\_ b_c'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['# Heading', '\\# Heading'],
    ['> Quotation', '\\> Quotation'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['---', '\\---'],
    ['&lt;b&#62;', '\\&lt;b\\&#62;'],
    ['a | b', 'a \\| b'],
    ['a\\[b](c)', 'a\\\\\\[b\\](c)'],
    ['one\ntwo', 'one two'],
    ['a\u202eb', 'a\ufffdb'],
  ])('%j is written as %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  test.each([
    'Arrow left (filled)',
    'R&D',
    'C++',
    'Node.js 2.0',
    'Wi-Fi 24/7, 50 %',
    'Ratio 16:9',
    'it’s “here”!',
    'snake_case',
    'C#',
    '日本語',
  ])('%j stays as it is', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
    expect(escapeDocComment(text)).toBe(text);
  });

  test.each(['@name', 'see #123', 'a/b#123', 'GH-12', 'mail a@b.c'])(
    '%j notifies and links nothing on a code host',
    (text) => {
      expect(escapeHostedMarkdown(text)).not.toMatch(/@\w|#\d|GH-\d/);
    },
  );

  test('a code span ends where it should', () => {
    expect(markdownCode('a`b|c\u001bd\n')).toBe('`a b c\ufffdd\ufffd`');
  });
});

describe('a title in a comment of the types', () => {
  const contentsOf = (title: string, names: 'js' | 'ts', meta = {}): string => {
    const emission = openNames({ names, prefix: '', base: '' });
    emission.add(spriteOf(iconOf('box', { title, meta })));
    const files: OutputFile[] = emission
      .end()
      .map(({ path, parts }) => ({ path, contents: parts.join('') }));
    return files.find(({ path }) => /\.ts$/.test(path))?.contents ?? '';
  };
  /** What TypeScript makes of the comment of the one constant. */
  function docsOf(source: string): { readonly comment: string; readonly tags: readonly string[] } {
    const file = ts.createSourceFile('icons.ts', source, ts.ScriptTarget.Latest, true);
    const found: { comment: string; tags: string[] }[] = [];
    const visit = (node: ts.Node): void => {
      for (const doc of ts.getJSDocCommentsAndTags(node)) {
        if (!ts.isJSDoc(doc) || !doc.getText().includes('data:image')) continue;
        const parts = Array.isArray(doc.comment) ? doc.comment : [];
        const links = parts.filter((part: ts.Node) => part.kind !== ts.SyntaxKind.JSDocText);
        found.push({
          comment: ts.getTextOfJSDocComment(doc.comment) ?? '',
          tags: [
            ...(doc.tags ?? []).map(({ tagName }) => tagName.text),
            ...links.map(() => 'link'),
          ],
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found[0] ?? { comment: '', tags: ['none'] };
  }

  test.each(['js', 'ts'] as const)('is no Markdown and no tag (%s)', (names) => {
    for (const title of [
      '![](https://leak.invalid/p.png)',
      '@deprecated do not use',
      'a @see b',
      '{@link https://leak.invalid/}',
      '{@linkcode x} {@inheritDoc y}',
      '*/ alert(1) /*',
      '**/',
      '<img src="https://leak.invalid/">',
      '![a][b] [b]: https://leak.invalid/',
      '<!-- x',
      'a\u2028@param b',
      '\u202e*/',
    ]) {
      const source = contentsOf(title, names);
      const { comment, tags } = docsOf(source);
      expect(tags, title).toEqual([]);
      const [text = ''] = comment.split('\n');
      expect(text).not.toMatch(/(?<!\\)(?:[[\]<*`]|:\/\/)|\u202e|\u2028/);
      expect(source.match(/\*\//g)?.length).toBe(contentsOf('Box', names).match(/\*\//g)?.length);
    }
  });

  test('and neither is what is said of a deprecation', () => {
    const source = contentsOf('Box', 'ts', {
      deprecated: {
        use: 'a` ![](https://leak.invalid/) `',
        since: '![](https://leak.invalid/) @see',
      },
    });
    expect(docsOf(source).tags).toEqual(['deprecated']);
    expect(source).toContain(
      '@deprecated since !\\[\\](https\\://leak.invalid/) \\@see: use `a ![](https://leak.invalid/) `.',
    );
  });
});
