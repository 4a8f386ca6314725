import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findings, fixture, greatestStep, mended, ruleOf } from './drawings.ts';

interface Caption {
  readonly options: Readonly<Record<string, unknown>>;
  readonly says: string;
}

const CAPTIONS: Readonly<Record<string, Caption>> = JSON.parse(
  readFileSync(new URL('../fixtures/rules/captions.json', import.meta.url), 'utf8'),
);

/** Mending these must not be seen. */
const SAME_PICTURE = ['stray-points', 'invisible-shapes'];
/** What these find can be mended in the text. */
const MENDED = [
  ...['stroke-width', 'stroke-caps', 'stroke-joins', 'open-shapes'],
  ...['stray-points', 'invisible-shapes', 'colors'],
];

describe.each(Object.entries(CAPTIONS))('%s', (name, { options, says }) => {
  test('tells of the wrong drawing', async () => {
    const found = await findings(fixture(`${name}.wrong`), name, options);
    expect(found.map(({ message }) => message)).toEqual([says]);
  });

  test('says nothing of the right one', async () => {
    expect(await findings(fixture(`${name}.right`), name, options)).toEqual([]);
  });

  test('has defaults, and sentences for people', async () => {
    const rule = ruleOf(name);
    for (const each of Object.values(rule.options)) expect(each.about).not.toMatch(/\.$/);
    const [finding] = await findings(fixture(`${name}.wrong`), name, options);
    expect(finding?.hint).toMatch(/^[A-Z].*\.$/s);
    expect(finding?.offset).toBeGreaterThanOrEqual(0);
  });
});

describe.each(MENDED)('the fix of %s', (name) => {
  const { options } = CAPTIONS[name] as Caption;

  test('leaves nothing to tell', async () => {
    const after = await mended(fixture(`${name}.wrong`), name, options);
    expect(after).not.toBe(fixture(`${name}.wrong`));
    expect(await findings(after, name, options)).toEqual([]);
  });
});

test.each(SAME_PICTURE)('the fix of %s leaves the picture as it was', async (name) => {
  const before = fixture(`${name}.wrong`);
  expect(await greatestStep(before, await mended(before, name))).toBeLessThanOrEqual(2);
});
