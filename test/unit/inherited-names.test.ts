import { describe, expect, test } from 'vitest';
import {
  createAttributeFacts,
  type ElementFacts,
  factsOf,
} from '../../src/icon/svgo/element-facts.ts';
import { valuePassMask } from '../../src/icon/svgo/value-facts.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { resolveOptions } from '../../src/lint/options.ts';
import { RULES } from '../../src/lint/rules.ts';
import { lintSettings } from '../../src/lint/settings.ts';
import { propsIn } from '../../src/plugin/analysis/components.ts';
import { drawn, findingsIn, picture } from '../lint/drawings.ts';

/** What every object has without being given it. */
const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];

const PATH = '<path d="M4 4h9v9z" stroke="red"/>';

/** A name of a file in each place that holds one. */
const PLACES: readonly (readonly [place: string, shapes: (name: string) => string])[] = [
  ['an element', (name) => `${PATH}<${name} x="1" width="2"/>`],
  ['an element around', (name) => `${PATH}<${name}>${PATH}</${name}>`],
  ['an attribute', (name) => `<path d="M4 4h9v9z" ${name}="1"/>`],
  ['a property of a style attribute', (name) => `<path d="M4 4h9v9z" style="${name}:1;fill:red"/>`],
  ['a property of a sheet', (name) => `<style>path{${name}:1}</style>${PATH}`],
  [
    'a property of a sheet that stays',
    (name) => `<style>path:hover{fill:red}path{${name}:1}</style>${PATH}`,
  ],
  [
    'a property of a sheet that stays, important',
    (name) => `<style>path:hover{${name}:1 !important}</style>${PATH}`,
  ],
  [
    'a property of a sheet in a media query',
    (name) => `<style>@media (width>1px){path{${name}:1;fill:red}}</style>${PATH}`,
  ],
  ['a type selector', (name) => `<style>${name}{fill:red}</style>${PATH}`],
  [
    'a class',
    (name) => `<style>.${name}:hover{fill:red}</style><path class="${name}" d="M4 4h9v9z"/>`,
  ],
  ['an id', (name) => `<path id="${name}" d="M4 4h9v9z"/><use href="#${name}"/>`],
  ['a reference to nothing', (name) => `${PATH}<use href="#${name}"/>`],
  ['a transform function', (name) => `<path d="M4 4h9v9z" transform="${name}(1)"/>`],
  ['a CSS transform', (name) => `<path d="M4 4h9v9z" style="transform:${name}(1)"/>`],
  ['a keyword', (name) => `<path d="M4 4h9" stroke="red" stroke-linecap="${name}"/>`],
  ['a join', (name) => `<path d="M4 4h9v9" stroke="red" stroke-linejoin="${name}"/>`],
  ['a color', (name) => `<path d="M4 4h9v9z" fill="${name}"/>`],
  ['a prefix', (name) => `<g xmlns:${name}="urn:x">${PATH}<${name}:a/></g>`],
  [
    'an animation',
    (name) =>
      `<style>@keyframes ${name}{to{opacity:0}}path{animation:${name} 1s}</style><path d="M4 4h9v9z"/>`,
  ],
];

describe.each(INHERITED)('%s as the name of', (name) => {
  test.each(PLACES)('%s ends in order', async (_, shapes) => {
    const { diagnostics } = await tryTransformIcon(picture(shapes(name)), { id: 'icon' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/native code|is not a function/);
    const drawing = await drawn(picture(shapes(name)));
    for (const rule of RULES) {
      for (const { message } of await findingsIn([drawing], rule.name)) {
        expect(message).not.toMatch(/native code|undefined/);
      }
    }
  });

  test.each(['svg', 'g', 'path', 'stop'])(
    'an attribute of <%s> has facts like any other',
    (element) => {
      const facts = factsOf(element) as ElementFacts;
      const attribute = createAttributeFacts(facts, element, name);
      const other = createAttributeFacts(facts, element, 'unheard-of');
      const values = ['0', 'none', 'hidden', name];
      expect({ ...attribute, name: '', values }).toEqual({ ...other, name: '', values });
      expect(values.map((value) => valuePassMask(attribute, value))).toEqual(
        values.map((value) => valuePassMask(other, value)),
      );
    },
  );

  test('an entity that is not declared is a mistake of the XML', async () => {
    const { diagnostics } = await tryTransformIcon(picture(`${PATH}<desc>&${name};</desc>`), {
      id: 'icon',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['parse-error']);
  });

  test('a rule, a severity and an option is told', () => {
    const own = (value: unknown) => JSON.parse(`{"${name}":${JSON.stringify(value)}}`);
    const codesOf = (rules: Readonly<Record<string, unknown>>) =>
      lintSettings({ rules }, 'config').diagnostics.map(({ code }) => code);
    expect(codesOf(own('error'))).toEqual(['unknown-rule']);
    expect(codesOf({ naming: name })).toEqual(['invalid-rule']);
    expect(codesOf({ naming: ['error', own(1)] })).toEqual(['unknown-rule-option']);
  });

  test('an option is none of a rule', () => {
    const given = JSON.parse(`{"${name}":1}`);
    expect(Object.keys(resolveOptions({}, given))).toEqual([]);
  });

  test('a function creates no component', () => {
    const component = { type: 'Identifier', name: 'Icon', start: 0, end: 4 } as const;
    const callee = { type: 'Identifier', name, start: 0, end: 4 } as const;
    const call = {
      ...{ type: 'CallExpression', callee, arguments: [component], optional: false },
      ...{ start: 0, end: 9 },
    } as const;
    expect(propsIn(call as never, component as never, name)).toBeUndefined();
  });
});
