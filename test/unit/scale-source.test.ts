import { expect, test } from 'vitest';
import { createLintSource } from '../../src/lint/lint-source.ts';
import { scaleSource } from '../../src/lint/scale-source.ts';
import { iconOf } from './icons.ts';

function scaled(root: string, content: string, viewBox = '0 0 48 48'): string {
  const icon = iconOf('x');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="${viewBox}"${root}>${content}</svg>\n`;
  const sized = { ...icon, facts: { ...icon.facts, viewBox } };
  const result = scaleSource(createLintSource(svg, sized), { width: 24, height: 24 });
  return result
    .replace(/^<svg xmlns="[^"]*"|<\/svg>\n$/g, '')
    .replace(' width="24" height="24" viewBox="0 0 24 24"', '');
}

test.each([
  [
    'paths',
    '',
    '<path d="M4 8l2 2H9zm2-2q1 1 2 2"/>',
    '><path d="M2 4l1 1H4.5zm1 -1q0.5 0.5 1 1"></path>',
  ],
  [
    'arcs, but neither their rotation nor their flags',
    '',
    '<path d="M4 4a6 8 45 0118 2"/>',
    '><path d="M2 2a3 4 45 0 1 9 1"></path>',
  ],
  [
    'shapes',
    '',
    '<g><circle cx="4" cy="6" r="2" fill="red"/></g>',
    '><g><circle cx="2" cy="3" r="1" fill="red"></circle></g>',
  ],
  [
    'lines',
    ' stroke="#000" stroke-width="4"',
    '<line x2="8"/>',
    ' stroke="#000" stroke-width="2"><line x2="4"></line>',
  ],
  [
    'lines without a width',
    '',
    '<path stroke="red" d="M0 4h8"/>',
    ' stroke-width="0.5"><path stroke="red" d="M0 2h4"></path>',
  ],
  ['dashes', '', '<g stroke-dasharray="2 4"/>', '><g stroke-dasharray="1 2"></g>'],
])('scales %s', (_, root, content, expected) => {
  expect(scaled(root, content)).toBe(expected);
});

test.each([
  ['transforms', '<g transform="rotate(9)"><path d="M0 4h8"/></g>'],
  ['references', '<use href="#a"/>'],
  ['units', '<rect width="50%" height="8"/>'],
])('wraps content with %s', (_, content) => {
  expect(scaled('', content)).toBe(`><g transform="scale(0.5) translate(0 0)">${content}</g>`);
});

test('moves a picture that does not begin at 0 0', () => {
  expect(scaled('', '<path d="M0 4h8"/>', '-4 8 48 48')).toBe(
    '><g transform="scale(0.5) translate(4 -8)"><path d="M0 4h8"/></g>',
  );
});
