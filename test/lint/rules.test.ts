import { describe, expect, test } from 'vitest';
import { type Caption, readCaptions } from '../../scripts/generated/captions.ts';
import { RULES } from '../../src/lint/rules.ts';
import { findings, fixture, greatestStep, mended, ruleOf } from './drawings.ts';

const CAPTIONS = readCaptions();

/** Mending these must not be seen. */
const SAME_PICTURE = ['stray-points', 'invisible-shapes'];
/** Their wrong icons have a problem that only people can fix. */
const NOT_FIXED = ['view-box', 'pixel-grid'];
const FIXED = RULES.filter(
  ({ name, docs }) => docs.autofix !== undefined && !NOT_FIXED.includes(name) && CAPTIONS[name],
).map(({ name }) => name);

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

describe.each(FIXED)('the fix of %s', (name) => {
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
