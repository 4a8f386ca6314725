import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
// Not by its name, by which the runner would get the files for developing.
import { createIconHtml } from '../../dist/runtime/html.js';

const icon = createIconHtml({
  iconHref: (name: string) => `/sprite.svg#${name}`,
  directional: ['arrow'],
});

test('an icon is decoration of the size of the text', () => {
  expect(icon('box')).toBe(
    '<svg width="1em" height="1em" aria-hidden="true"><use href="/sprite.svg#box"></use></svg>',
  );
});

test('a label makes it an image', () => {
  expect(icon('box', { label: 'A "box" & more', size: 24 })).toBe(
    '<svg width="24" height="24" role="img" aria-label="A &quot;box&quot; &amp; more"><use href="/sprite.svg#box"></use></svg>',
  );
});

test.each([
  [{ 'aria-label': 'Box' }, 'role="img" aria-label="Box"'],
  [{ 'aria-labelledby': 'x' }, 'role="img" aria-labelledby="x"'],
  [{ label: '' }, 'aria-hidden="true"'],
  [{ label: 'A', 'aria-hidden': true }, 'role="img" aria-label="A" aria-hidden="true"'],
])('%j gives %s', (options, attributes) => {
  expect(icon('box', options)).toContain(`height="1em" ${attributes}><use`);
});

test('a title is a tooltip, and the label if there is no other', () => {
  expect(icon('check', { title: 'Done & "dusted"' })).toBe(
    '<svg width="1em" height="1em" role="img"><title>Done &amp; &quot;dusted&quot;</title><use href="/sprite.svg#check"></use></svg>',
  );
  expect(icon('check', { title: 'Saved', label: 'Done' })).toContain(
    'role="img" aria-label="Done"><title>Saved</title>',
  );
  expect(icon('check', { title: '' })).toBe(icon('check'));
});

test('directional icons mirror unless told otherwise, and others when told', () => {
  const mirrors = (html: string) => html.includes(' class="iconloom-rtl"');
  expect(mirrors(icon('arrow'))).toBe(true);
  expect(mirrors(icon('arrow', { flip: 'none' }))).toBe(false);
  expect(mirrors(icon('box'))).toBe(false);
  expect(mirrors(icon('box', { flip: 'rtl' }))).toBe(true);
  expect(icon('arrow', { class: 'a b' })).toContain(' class="a b iconloom-rtl"');
});

test.each([
  ['red', 'color:red'],
  [['red', 'blue'], '--icon-1:red;--icon-2:blue'],
  [{ 2: 'blue' }, '--icon-2:blue'],
  ['red;display:none', 'color:red display:none'],
])('the color %j becomes the style %s', (color, style) => {
  expect(icon('box', { color })).toContain(` style="${style}"`);
  expect(icon('box', { color, style: 'margin:0' })).toContain(` style="${style};margin:0"`);
});

test('further attributes are written, and left out where they are off', () => {
  const html = icon('box', { id: 'a', hidden: true, inert: false, lang: null, dir: undefined });
  expect(html).toContain(' aria-hidden="true" id="a" hidden=""><use');
});

test('nothing that is given breaks out of its attribute', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab"\'<>&= /\n\t`\0') });
  fc.assert(
    fc.property(text.filter(Boolean), text, text, (name, key, value) => {
      const { document } = new JSDOM(icon(name, { [`x${key}`]: value, [key]: value, label: value }))
        .window;
      expect(document.body.querySelectorAll('*')).toHaveLength(2);
      expect(document.body.textContent).toBe('');
      expect(document.querySelector('use')?.getAttributeNames()).toEqual(['href']);
    }),
  );
});

test('a set that throws leaves a hole', () => {
  const broken = createIconHtml({
    iconHref(_: string): string {
      throw new Error('no such icon');
    },
  });
  expect(broken('box')).toBe('<svg width="1em" height="1em" aria-hidden="true"><use></use></svg>');
});
