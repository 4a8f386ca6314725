import { Ajv } from 'ajv';
import { describe, expect, test, vi } from 'vitest';
import type { CheckReport } from '../../src/cli/report/check.ts';
import { githubReporter } from '../../src/cli/report/check-github.ts';
import { jsonReporter } from '../../src/cli/report/check-json.ts';
import { prettyReporter } from '../../src/cli/report/check-pretty.ts';
import { sarifReporter } from '../../src/cli/report/check-sarif.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { CheckResult } from '../../src/pipeline/check.ts';
import { iconOf } from './icons.ts';
import { SARIF_SHAPE } from './sarif-shape.ts';

const PROBLEM: Diagnostic = {
  code: 'lint/live-area',
  severity: 'warning',
  file: 'icons/nav/a b.svg',
  where: { line: 3, column: 14 },
  message: 'The handle sticks out by 1 px, 10 % too much.',
  hint: 'Make it smaller: 20 px.',
};
const WORSE: Diagnostic = {
  ...{ code: 'lint/duplicates', severity: 'error', file: 'icons/a,b:c.svg' },
  ...{ message: 'Two.\nLines', hint: '…', others: ['icons/d.svg'] },
};

function reportOf(result: Partial<CheckResult> = {}, more: Partial<CheckReport> = {}): CheckReport {
  const empty = {
    diagnostics: [],
    drift: [],
    icons: [],
    sprites: [],
    fixed: [],
    suppressed: [],
    known: [],
    mended: [],
    excepted: [],
    fixes: new Map(),
  };
  return {
    result: { ...empty, ...result },
    seconds: 0.5,
    maxWarnings: undefined,
    cwd: '/srv/work',
    base: '',
    ...more,
  };
}

describe('annotations', () => {
  test('name the place, the rule and the fix, errors first, each on one line', async () => {
    const { result } = reportOf({ diagnostics: [PROBLEM, WORSE] });
    const text = await githubReporter.result(reportOf(result));
    expect(text.split('\n')).toEqual([
      '::error file=icons/a%2Cb%3Ac.svg,title=lint/duplicates::Two.\ufffdLines%0Afix: …',
      '::warning file=icons/nav/a b.svg,line=3,col=14,title=lint/live-area::The handle sticks out by 1 px, 10 %25 too much.%0Afix: Make it smaller: 20 px.',
      'no icons checked: 1 error, 1 warning',
      '',
    ]);
  });

  test('an info is a notice', async () => {
    const info = { ...PROBLEM, severity: 'info' } as const;
    expect(await githubReporter.result(reportOf({ diagnostics: [info] }))).toMatch(/^::notice /);
  });

  test('count paths from the root of the checkout', async () => {
    vi.stubEnv('GITHUB_WORKSPACE', '/srv');
    const text = await githubReporter.result(
      reportOf({ diagnostics: [PROBLEM] }, { cwd: '/srv/ui' }),
    );
    vi.unstubAllEnvs();
    expect(text).toContain('file=ui/icons/nav/a b.svg,');
  });

  test('tell of what kept the check from being made', async () => {
    const failed: Diagnostic = { ...WORSE, code: 'unknown-rule', file: 'package.json' };
    expect(await githubReporter.failure([failed], '/srv/work')).toMatch(
      /^::error file=package\.json,title=unknown-rule::/,
    );
  });
});

describe('SARIF', () => {
  const isSarif = new Ajv({ allowUnionTypes: true }).compile(SARIF_SHAPE);
  const logOf = async (result: Partial<CheckResult>) => {
    const log = JSON.parse(await sarifReporter.result(reportOf(result)));
    isSarif(log);
    expect(isSarif.errors).toBe(null);
    return log.runs[0];
  };

  test('of a clean check is whole', async () => {
    expect(await logOf({})).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true }],
    });
  });

  test('has a result for each problem, and its rule with help', async () => {
    const run = await logOf({ diagnostics: [PROBLEM, WORSE] });
    const { rules } = run.tool.driver;
    expect(run.results.map(({ ruleId, level }: never) => [ruleId, level])).toEqual([
      ['lint/live-area', 'warning'],
      ['lint/duplicates', 'error'],
    ]);
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
    expect(rules.every(({ help }: { help: { text: string } }) => help.text !== '')).toBe(true);
  });

  test('names files as addresses, with their region', async () => {
    const run = await logOf({ diagnostics: [PROBLEM] });
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'icons/nav/a%20b.svg', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 14 },
        },
      },
    ]);
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toMatch(/^file:\/\/\/.*work\/$/);
  });

  test('names the other drawings of a problem', async () => {
    const run = await logOf({ diagnostics: [WORSE] });
    const [{ physicalLocation }] = run.results[0].relatedLocations;
    expect(physicalLocation.artifactLocation.uri).toBe('icons/d.svg');
  });

  test('holds suppressed problems with their reasons', async () => {
    const run = await logOf({ suppressed: [{ diagnostic: PROBLEM, reason: 'It must.' }] });
    expect(run.results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'It must.' },
    ]);
  });

  test('tells of what kept the check from being made', async () => {
    const log = JSON.parse(
      await sarifReporter.failure([{ ...WORSE, code: 'unknown-rule' }], '/srv/work'),
    );
    isSarif(log);
    expect(isSarif.errors).toBe(null);
    expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
  });
});

describe('JSON', () => {
  test('has counts, what was fixed and what is suppressed', async () => {
    const text = await jsonReporter.result(
      reportOf({
        diagnostics: [PROBLEM],
        icons: [iconOf('a')],
        drift: [{ path: 'sprite.svg', status: 'written' }],
        fixed: [WORSE],
        suppressed: [{ diagnostic: PROBLEM, reason: 'It must.' }],
      }),
    );
    expect(JSON.parse(text)).toEqual({
      ok: true,
      icons: 1,
      ...{ errors: 0, warnings: 1, infos: 0 },
      drift: [{ path: 'sprite.svg', status: 'written' }],
      fixed: [WORSE],
      suppressed: [{ ...PROBLEM, reason: 'It must.' }],
      // Older names of the two.
      known: [],
      mended: [WORSE],
      excepted: [{ ...PROBLEM, reason: 'It must.' }],
      seconds: 0.5,
      diagnostics: [PROBLEM],
    });
  });

  test('is not well with more warnings than are allowed', async () => {
    const report = reportOf({ diagnostics: [PROBLEM] }, { maxWarnings: 0 });
    expect(JSON.parse(await jsonReporter.result(report)).ok).toBe(false);
  });
});

describe('text', () => {
  test('has two lines for each problem, and a closing line', async () => {
    const report = reportOf({ diagnostics: [{ ...PROBLEM, fixable: true }], icons: [iconOf('a')] });
    expect(await prettyReporter().result(report)).toBe(
      'icons/nav/a b.svg:3:14 warning lint/live-area  The handle sticks out by 1 px, 10 % too much.\n' +
        '  fix: Make it smaller: 20 px.\n' +
        '1 icon checked in 0.50 s\n1 warning in 1 file. 1 can be fixed with --fix.\n',
    );
  });

  test('names fixed and suppressed problems', async () => {
    const suppressed = [{ diagnostic: PROBLEM, reason: 'It must.' }];
    const text = await prettyReporter().result(reportOf({ fixed: [PROBLEM], suppressed }));
    expect(text).toMatch(/^icons\/nav\/a b\.svg fixed lint\/live-area {2}The handle/);
    expect(text).toMatch(
      /\nno icons checked in 0\.50 s, 1 problem suppressed, 1 problem fixed\nNo problems\.\n$/,
    );
  });

  test('says that there are too many warnings', async () => {
    const report = reportOf({ diagnostics: [PROBLEM] }, { maxWarnings: 0 });
    expect(await prettyReporter().result(report)).toMatch(
      /\n1 warning in 1 file\. The maximum is 0 warnings\.\n$/,
    );
  });
});
