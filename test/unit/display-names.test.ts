import { describe, expect, test } from 'vitest';
import { displayNameOf, otherNamesOf } from '../../src/core/display-name.ts';
import type { IconMeta } from '../../src/core/types.ts';
import { checkDisplayNames } from '../../src/sprite/check-display-names.ts';
import { iconOf } from './icons.ts';

const sourceOf = (meta: IconMeta, aliases: readonly string[] = []) => ({
  ...{ name: 'stepback', file: 'icons/stepback.svg', aliases, meta },
});

describe('a display name', () => {
  test.each([
    ['an alias', sourceOf({ displayName: 'step-back', aliases: ['step-back'] }, ['step-back'])],
    ['an alias of the configuration', sourceOf({ displayName: 'back' }, ['back'])],
    ['the name itself', sourceOf({ displayName: 'stepback' })],
  ])('may be %s', (_, source) => {
    const { value, diagnostics } = checkDisplayNames([source]);
    expect(value).toEqual([source]);
    expect(diagnostics).toEqual([]);
  });

  test('that is no name of the icon is reported and left out', () => {
    const source = sourceOf({ title: 'Back', displayName: 'step-bak' }, ['previous', 'step-back']);
    const { value, diagnostics } = checkDisplayNames([source]);
    expect(value[0]?.meta).toEqual({ title: 'Back' });
    expect(diagnostics).toMatchObject([
      {
        ...{ code: 'display-name-unknown', severity: 'error', file: 'icons/stepback.svg' },
        message:
          "The displayName of 'stepback' is 'step-bak', which is neither its name nor one of its aliases. Did you mean 'step-back'?",
        hint: 'Set displayName to one of these, or add it to the aliases: stepback, previous, step-back.',
      },
    ]);
  });

  test('of an alias that was rejected is left out, and reported only as that alias', () => {
    const source = sourceOf({ displayName: 'box', aliases: ['box'] });
    const { value, diagnostics } = checkDisplayNames([source]);
    expect(value[0]?.meta).toEqual({ aliases: ['box'] });
    expect(diagnostics).toEqual([]);
  });
});

describe('the names of an icon', () => {
  const aliases = ['previous', 'step-back'];

  test('are led by the display name', () => {
    const icon = iconOf('stepback', { aliases, meta: { displayName: 'step-back' } });
    expect(displayNameOf(icon)).toBe('step-back');
    expect(otherNamesOf(icon)).toEqual(['stepback', 'previous']);
  });

  test('are led by the name if nothing else is chosen', () => {
    const icon = iconOf('stepback', { aliases });
    expect(displayNameOf(icon)).toBe('stepback');
    expect(otherNamesOf(icon)).toEqual(aliases);
  });
});
