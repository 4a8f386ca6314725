import { describe, expect, test } from 'vitest';
import type { IconMeta } from '../../src/core/types.ts';
import { fixSources } from '../../src/lint/fix-sources.ts';
import { createLintSource } from '../../src/lint/lint-source.ts';
import { lint, runRules } from '../../src/lint/run.ts';
import { lintSettings } from '../../src/lint/settings.ts';
import type {
  LintFinding,
  LintSource,
  Memoize,
  Rule,
  SetRule,
  SourceRule,
} from '../../src/lint/types.ts';
import { iconOf } from './icons.ts';

const TEXT = '<svg viewBox="0 0 8 8">\r\n  <path d="M0 0h8"/>\n</svg>';

function drawing(name: string, meta: IconMeta = {}, text = TEXT): LintSource {
  return createLintSource(text, iconOf(name, { meta }));
}

const UNDOCUMENTED = { presets: {}, docs: { section: 'size', order: 0, fix: '' } } as const;

/** A rule that finds the same in every drawing, or in all together. */
const each = (name: string, finding: Partial<LintFinding> = {}): SourceRule => ({
  name,
  about: '',
  options: {},
  scope: 'drawing',
  ...UNDOCUMENTED,
  check: ({ file }) => [{ file, message: `${name}.`, hint: 'Mend it.', ...finding }],
});
const pair: SetRule = {
  name: 'pair',
  about: '',
  options: {},
  scope: 'set',
  ...UNDOCUMENTED,
  check: ({ sources: [first, ...others] }) => [
    {
      file: first?.file ?? '',
      message: 'Same.',
      hint: '…',
      others: others.map(({ file }) => file),
    },
  ],
};

const settingsFor = (...rules: readonly Rule[]) =>
  lintSettings({ rules: Object.fromEntries(rules.map(({ name }) => [name, 'error'])) }, '', rules)
    .value;

/** `file code` of each problem. */
async function told(drawings: readonly LintSource[], ...rules: readonly Rule[]) {
  const found = await lint(drawings, [], settingsFor(...rules));
  return found.map(({ file, code }) => `${file} ${code}`);
}

describe('findings', () => {
  test('become problems with code, severity, place and words', async () => {
    const rule = each('color', { offset: TEXT.indexOf('<path'), others: ['icons/b.svg'] });
    const found = await lint([drawing('a')], [], settingsFor(rule));
    expect(found).toEqual([
      {
        code: 'lint/color',
        severity: 'error',
        file: 'icons/a.svg',
        where: { line: 2, column: 3 },
        message: 'color.',
        hint: 'Mend it.',
        others: ['icons/b.svg'],
      },
    ]);
  });

  test('come by file, place and rule, whichever was done first', async () => {
    const slow: SourceRule = {
      ...each('slow'),
      async check({ file, name }) {
        await new Promise((resolve) => setTimeout(resolve, name === 'a' ? 5 : 0));
        return [{ file, message: 'slow.', hint: '', offset: 1 }];
      },
    };
    expect(
      await told([drawing('b'), drawing('a')], slow, each('late', { offset: 30 }), each('first')),
    ).toEqual([
      ...['icons/a.svg lint/first', 'icons/a.svg lint/slow', 'icons/a.svg lint/late'],
      ...['icons/b.svg lint/first', 'icons/b.svg lint/slow', 'icons/b.svg lint/late'],
    ]);
  });

  test('of a drawing hold for as long as it does, and are not looked for again', async () => {
    const asked: string[] = [];
    const counting: Rule = {
      ...each('color'),
      check(drawing: LintSource) {
        asked.push(drawing.name);
        return [{ file: drawing.file, message: 'Color.', hint: 'Mend it.' }];
      },
    };
    const [settings, findingsCache] = [settingsFor(counting, pair), new WeakMap()];
    const [a, b] = [drawing('a'), drawing('b')];
    const first = await runRules({ sources: [a, b], sprites: [] }, settings, { findingsCache });
    const sources = [a, drawing('b')];
    const second = await runRules({ sources, sprites: [] }, settings, { findingsCache });
    expect(asked).toEqual(['a', 'b', 'b']);
    expect(first.problems).toHaveLength(3);
    expect(second).toEqual(first);
  });

  test('that can be mended say so, and give what they would make of the drawing', async () => {
    const rule = each('attribute', { fix: [{ start: 5, end: 5, text: 'fill="none" ' }] });
    const sources = [drawing('a')];
    const { problems } = await runRules({ sources, sprites: [] }, settingsFor(rule));
    expect(problems[0]?.diagnostic.fixable).toBe(true);
    const { before, after } = fixSources(problems, sources).get('icons/a.svg') ?? {};
    expect(before).toBe(TEXT);
    expect(after).toBe(TEXT.replace('<svg ', '<svg fill="none" '));
  });
});

describe('suppressions', () => {
  const excepting = (...rules: readonly string[]): IconMeta => ({
    suppressions: Object.fromEntries(rules.map((rule) => [rule, 'It must.'])),
  });

  test('set a finding aside, with their reason', async () => {
    const sources = [drawing('a', excepting('color')), drawing('b')];
    const { problems, suppressed } = await runRules(
      { sources, sprites: [] },
      settingsFor(each('color')),
    );
    expect(problems.map(({ diagnostic }) => diagnostic.file)).toEqual(['icons/b.svg']);
    expect(suppressed.map(({ diagnostic, reason }) => [diagnostic.file, reason])).toEqual([
      ['icons/a.svg', 'It must.'],
    ]);
  });

  test('of one that several have to do with hold where its drawing says so', async () => {
    expect(await told([drawing('a', excepting('pair')), drawing('b')], pair)).toEqual([]);
  });

  test('of one that several have to do with hold where all others say so', async () => {
    const [b, c] = [drawing('b', excepting('pair')), drawing('c', excepting('pair'))];
    expect(await told([drawing('a'), b, c], pair)).toEqual([]);
    expect(await told([drawing('a'), b, drawing('c')], pair)).toEqual([
      ...['icons/a.svg lint/pair', 'icons/b.meta.json exception-unused'],
    ]);
  });

  test('that no icon needs are told', async () => {
    const quiet: Rule = { ...pair, name: 'quiet', check: () => [] };
    expect(await told([drawing('a', excepting('quiet'))], quiet)).toEqual([
      'icons/a.meta.json exception-unused',
    ]);
  });

  test('from a rule that is off are not told', async () => {
    const rules = [each('color'), pair];
    const { value } = lintSettings({ rules: { color: 'off' } }, '', rules);
    expect(await lint([drawing('a', excepting('color'))], [], value)).toEqual([]);
  });

  test('from a rule that there is not are told, with the one that is meant', async () => {
    const found = await lint([drawing('a', excepting('colour'))], [], settingsFor(each('color')));
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['lint/color', 'color.'],
      ['exception-unknown', "Unknown rule 'colour' in suppressions. Did you mean 'color'?"],
    ]);
  });

  test('named like what objects know are no suppressions', async () => {
    expect(await told([drawing('a')], each('constructor'))).toEqual([
      'icons/a.svg lint/constructor',
    ]);
  });
});

describe('findings that are kept', () => {
  /** Keeps in memory, as a cache does on the disk: as JSON. */
  function memory(): { readonly keep: Memoize } {
    const kept = new Map<string, string>();
    return {
      keep: async (what, symbol, make) => {
        const key = `${what} ${symbol}`;
        const known = kept.get(key);
        if (known !== undefined) return JSON.parse(known).value;
        const value = await make();
        kept.set(key, JSON.stringify({ value }));
        return value;
      },
    };
  }
  const fix = [{ start: 5, end: 5, text: 'fill="none" ' }];
  const color = each('color', { offset: 3, fix });
  const counted = (rule: Rule) => {
    let asked = 0;
    const check = (...args: never) => {
      asked += 1;
      return (rule.check as (...args: never) => readonly LintFinding[])(...args);
    };
    return { rule: { ...rule, check } as Rule, asked: () => asked };
  };

  test('are the same as those that are made', async () => {
    const { keep: memoize } = memory();
    const ask = () =>
      runRules({ sources: [drawing('a'), drawing('b')], sprites: [] }, settings, { memoize });
    const settings = settingsFor(color, pair);
    const first = await ask();
    expect(first.problems).toHaveLength(3);
    expect(await ask()).toEqual(first);
  });

  test('spare asking, by drawing and by set', async () => {
    const { keep: memoize } = memory();
    const [one, all] = [counted(color), counted(pair)];
    const settings = settingsFor(one.rule, all.rule);
    const ask = (...sources: readonly LintSource[]) =>
      runRules({ sources, sprites: [] }, settings, { memoize });
    await ask(drawing('a'), drawing('b'));
    await ask(drawing('a'), drawing('b'));
    expect([one.asked(), all.asked()]).toEqual([2, 1]);
    await ask(drawing('a'), drawing('b', {}, `${TEXT}\n`));
    expect([one.asked(), all.asked()]).toEqual([3, 2]);
  });

  test.each<[string, Parameters<typeof drawing>]>([
    ['name', ['b']],
    ['metadata', ['a', { tags: ['x'] }]],
    ['text', ['a', {}, `${TEXT}\n`]],
  ])('are not those of another %s', async (_, other) => {
    const { keep: memoize } = memory();
    const { rule, asked } = counted(color);
    for (const each of [drawing('a'), drawing(...other)])
      await runRules({ sources: [each], sprites: [] }, settingsFor(rule), { memoize });
    expect(asked()).toBe(2);
  });

  test('are not those of other options or sprites', async () => {
    const { keep: memoize } = memory();
    const { rule, asked } = counted({ ...pair, options: { most: { default: 1, about: '' } } });
    const ask = (most: number, contents = '') => {
      const settings = lintSettings({ rules: { pair: ['error', { most }] } }, '', [rule]).value;
      const sprites = [{ file: 'sprite.svg', contents }];
      return runRules({ sources: [drawing('a')], sprites }, settings, { memoize });
    };
    await ask(1);
    await ask(2);
    await ask(2, '<svg/>');
    await ask(1);
    expect(asked()).toBe(3);
  });
});
