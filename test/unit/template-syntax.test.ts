import { describe, expect, test } from 'vitest';
import { escapeComment, jsLiteral } from '../../src/core/escape.ts';
import { escapeTemplateSyntax, hasTemplateSyntax } from '../../src/core/template-syntax.ts';
import { parseDataUrl } from '../../src/icon/data-url.ts';
import { transformIcon } from '../../src/icon/transform.ts';
import { buildDrawings } from '../browser/build-drawings.ts';

/** Code in the syntax of template languages. */
const CODE = [
  ...['{{7*7}}', '{{{7*7}}}', '{{- 7*7 -}}', '{%if x%}', '{#note#}', '{$x}', '{*note*}', '{@x}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code of another language
  ...['<%=7*7%>', '<?php 7*7?>', '<?=7*7?>', '${7*7}', '#{7*7}', '@{7*7}', '*{7*7}', '~{x}'],
  ...['%{7*7}', '!{7*7}', '&{7*7}', '^{x}', '[[7*7]]', '[(7*7)]', '[#if x]', '[=7*7]', '[@x/]'],
  ...['{~x}', '{^x}', '{=x}', '{?x}', '{!!x!!}'],
];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;

describe('no output holds template syntax', async () => {
  const drawings = Object.fromEntries(
    CODE.flatMap((code, index) => [
      [`text-${index}`, svg(`<text y="20">${escaped(code)}</text>`)],
      [`title-${index}`, svg(`<title>${escaped(code)}</title><path d="M0 0h${index + 1}v9z"/>`)],
      [
        `attribute-${index}`,
        svg(
          `<path data-x="${escaped(code)}" class="${escaped(code)}" id="${escaped(code)}" style="--x:'${escaped(code)}'" fill="${escaped(code)}" d="M0 0h${index + 1}v8z"/>`,
        ),
      ],
      [`font-${index}`, svg(`<text font-family="'${escaped(code)}'" y="20">A</text>`)],
    ]),
  );
  const sheet =
    '<style>@media print{#a{fill:red}.b{opacity:50%}*{stroke:red}@supports (fill:red){.b{fill:#00f}}}@keyframes k{0%{opacity:50%}}.b:hover{animation:k 1s}</style><path id="a" class="b" fill="currentColor" d="M0 0h9v9z"/>';
  const files = await buildDrawings(
    { ...drawings, sheet: svg(sheet), 'sheet-image': svg(sheet.replace('currentColor', 'red')) },
    { layouts: ['css', 'view', 'defs', 'stack'], catalog: 'folder', keepGoing: true },
  );
  // The page of the catalog is our own, and closes objects inside objects.
  const own = [...files].filter(([path]) => !/catalog\.(js|css)$|index\.html$/.test(path));

  test('all were built', () => {
    expect(files.get('sprite.svg')?.match(/<symbol /g)?.length).toBe(
      Object.keys(drawings).length + 2,
    );
    expect(own.length).toBeGreaterThan(9);
  });

  test.each(own)('%s', (path, contents) => {
    const values = /\.(js|ts|json)$/.test(path)
      ? [...contents.matchAll(/"(?:[^"\\]|\\.)*"|\/\*\*[\s\S]*?\*\//g)].map(([text]) => text)
      : [contents];
    const found = values.filter((text) => hasTemplateSyntax(text));
    expect(
      found.map((text) => /.{0,20}(\{\{|\}\}|[{[<%$#@*]{2}).{0,20}/.exec(text)?.[0] ?? text),
    ).toEqual([]);
    // What is looked for is told apart from how it is looked for.
    for (const code of ['{{', '${', '<%', '<?', '{%', '%}', '[[', '#{', '@{']) {
      expect({ code, isIn: values.some((text) => text.includes(code)) }).toEqual({
        code,
        isIn: false,
      });
    }
  });
});

test.each(CODE)('the text %s is drawn as it was', async (code) => {
  const { symbol } = await transformIcon(svg(`<text y="20">${escaped(code)}</text>`), { id: 'a' });
  const [, url = ''] = / href="([^"]*)"/.exec(symbol) ?? [];
  const inner = new TextDecoder().decode(parseDataUrl(url)?.bytes);
  const drawn = />([^<]*)<\/text>/.exec(inner)?.[1] ?? '';
  expect(drawn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(code);
});

test.each(CODE)('%s stays what it is in JSON and in code', (code) => {
  const value = { title: `a ${code} "b"`, tags: [code] };
  expect(JSON.parse(escapeTemplateSyntax(JSON.stringify(value)))).toEqual(value);
  expect(jsLiteral(code)).not.toContain(code);
  expect(hasTemplateSyntax(escapeComment(code))).toBe(false);
});

test('a style sheet with spaces means the same', async () => {
  const sheet =
    '<style>@media print{.a{fill:red}}</style><path class="a" fill="currentColor" d="M0 0h9v9z"/>';
  const { symbol } = await transformIcon(svg(sheet), { id: 'a' });
  expect(symbol).toContain('@media print{.a_a{fill:red} }');
});
