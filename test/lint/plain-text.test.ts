import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SourceElement } from '../../src/icon/source/element-tree.ts';
import { readElements } from '../../src/icon/source/source-elements.ts';
import { readPlainText } from '../../src/lint/plain-text.ts';
import { FIGMA } from './departures.ts';

const treeOf = ({ name, attributes, children }: SourceElement): unknown => [
  name,
  attributes.map((each) => [each.name, each.value]),
  children.map(treeOf),
];

const OWN = new URL('../../icons/', import.meta.url);
const own = readdirSync(OWN).filter((file) => file.endsWith('.svg'));

test.each<readonly [what: string, svg: string]>([
  ['an export', FIGMA],
  [
    'comments and a declaration',
    `<?xml version="1.0"?><!-- <a> --><svg><!----><g\n id='a'\n/></svg>`,
  ],
  ['line ends in values', '<svg><path d="M0 0\n\tL1 1"/></svg>'],
  ...own.map((file) => [file, readFileSync(new URL(file, OWN), 'utf8')] as const),
])('%s is read as by the parser', (_, svg) => {
  const plain = readPlainText(svg);
  expect(plain && treeOf(plain.root)).toEqual(treeOf(readElements(svg).root));
});

test.each([
  ['a style sheet', '<svg><style>a{}</style></svg>'],
  ['an entity', '<svg id="&amp;"/>'],
  ['a doctype', '<!DOCTYPE svg><svg/>'],
  ['a prefix', '<svg><a:b/></svg>'],
  ['a namespace inside', '<svg><g xmlns="http://www.w3.org/1999/xhtml"/></svg>'],
  ['another root', '<html/>'],
  ['tags that do not match', '<svg><g></svg>'],
  ['an open end', '<svg><g>'],
  ['two roots', '<svg/><svg/>'],
  ['an unfinished comment', '<svg/><!-- '],
])('%s is left to the parser', (_, svg) => {
  expect(readPlainText(svg)).toBeUndefined();
});

// Quadratic time would not end.
test.each([' a="b"', ' ', '<!--', '<g>', ' a=', "'"])('a long text of %j is left, too', (part) => {
  expect(readPlainText(`<svg${part.repeat(200_000)}`)).toBeUndefined();
});
