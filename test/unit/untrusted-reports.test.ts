import { describe, expect, test } from 'vitest';
import { prettyAdded } from '../../src/cli/report/added.ts';
import type { CheckReport } from '../../src/cli/report/check.ts';
import { CHECK_FORMATS, loadReporter } from '../../src/cli/report/formats.ts';
import { jsonList, prettyList } from '../../src/cli/report/list.ts';
import { prettyResult, prettyWatchBuild } from '../../src/cli/report/pretty.ts';
import { prettyDiagnostics } from '../../src/cli/report/problems.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { BuildError } from '../../src/core/errors.ts';
import { changelogOf } from '../../src/diff/changelog.ts';
import type { IconDiff, IconPair } from '../../src/diff/model.ts';
import { renderHtml } from '../../src/diff/report/html.ts';
import { renderMarkdown } from '../../src/diff/report/markdown.ts';
import type { Outcome } from '../../src/pipeline/build.ts';
import { formatDiagnostics } from '../../src/plugin/report.ts';
import { toProblem } from '../../src/preview/problem.ts';
import { iconOf, spriteOf } from './icons.ts';

/** What may stand in a file name or in metadata, one of each kind. */
const WORST = 'a\u001b[31m\u009b2Jb\u202ec\u2066d\u200be\ufefff\u2028g\u007fh\ud800i\rj';
/** What no report holds as it is; line feeds end its lines. */
const RAW = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/u;

const PROBLEM: Diagnostic = {
  code: 'not-svg',
  severity: 'error',
  file: `::error::${WORST}/${WORST}.svg`,
  where: { line: 1, column: 2 },
  message: `This is ${WORST}\n::set-output name=x::y ##[add-mask]z [a](https://leak.invalid/) %0A.`,
  hint: `Rename ${WORST}.`,
};

const ICON = iconOf('box', {
  title: WORST,
  aliases: ['crate'],
  meta: { tags: [WORST], category: WORST, author: { name: WORST }, license: { title: WORST } },
});

const REPORT: CheckReport = {
  result: {
    diagnostics: [PROBLEM],
    drift: [],
    icons: [ICON],
    sprites: [spriteOf(ICON)],
    fixed: [PROBLEM],
    suppressed: [{ diagnostic: PROBLEM, reason: WORST }],
    known: [],
    mended: [PROBLEM],
    excepted: [{ diagnostic: PROBLEM, reason: WORST }],
    fixes: new Map(),
  },
  ...{ seconds: 0.5, maxWarnings: undefined, cwd: '/app', base: '' },
};

describe.each(CHECK_FORMATS)('a check as %s', (format) => {
  test.each(['result', 'failure'] as const)('steers nothing (%s)', async (kind) => {
    const reporter = await loadReporter(format, { isVerbose: true });
    const text =
      kind === 'result' ? await reporter.result(REPORT) : await reporter.failure([PROBLEM], '/app');
    expect(text).not.toMatch(RAW);
    const commands = text.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    if (format === 'html' && kind === 'result') return;
    for (const line of commands) {
      expect(format).toBe('github');
      expect(line).toMatch(/^::error file=[^:,]*,line=1,col=2,title=not-svg::/);
    }
  });
});

test('JSON says exactly what it is about', async () => {
  const { result } = await loadReporter('json', { isVerbose: false });
  const [{ file, message }] = JSON.parse(await result(REPORT)).diagnostics;
  expect([file, message]).toEqual([PROBLEM.file, PROBLEM.message]);
  expect(JSON.parse(jsonList([ICON]))[0].title).toBe(WORST);
});

const PAIR: IconPair = {
  before: iconOf('box', { title: 'Box' }),
  after: ICON,
  share: 0.5,
  png: undefined,
  notes: [],
  meta: [
    { key: 'title', before: 'Box @all #12 `x`', after: `${WORST} ![](https://leak.invalid/)` },
    { key: 'tags', before: null, after: [WORST, '<img src=x>', '|'] },
  ],
};
const SIDE = { label: `v1${WORST}`, count: 1 };
const DIFF: IconDiff = {
  ...{ before: SIDE, after: SIDE, unchanged: 0 },
  ...{ removed: [], renamed: [], changed: [PAIR], added: [ICON], metadata: [PAIR] },
  ...{ rewritten: [], aliases: [] },
};

test.each<[string, () => string]>([
  ['problems in the terminal', () => prettyDiagnostics([PROBLEM])],
  ['a list', () => prettyList([ICON]) + jsonList([ICON])],
  [
    'added icons',
    () =>
      prettyAdded(
        [
          {
            ...{ name: 'box', what: WORST, file: WORST, metaFile: '', color: 'mono', bytes: 1 },
            ...{ status: 'written', meta: { license: { title: WORST } } },
          },
        ],
        { dryRun: false },
      ),
  ],
  [
    'a summary',
    () =>
      prettyResult(
        {
          stats: {
            icons: 1,
            worked: 1,
            images: 0,
            sprites: [{ file: WORST }],
            bytes: { before: 1, after: 1 },
          },
          changes: [{ path: WORST, status: 'written' }],
          diagnostics: [],
        } as unknown as Outcome,
        {
          ...{ seconds: 1, dryRun: false, icons: [{ ...ICON, name: WORST }] },
        },
      ),
  ],
  [
    'a build of a watch',
    () =>
      prettyWatchBuild({
        stats: { icons: 1, worked: 1 },
        changes: [{ path: WORST, status: 'written' }],
        ms: 1,
      } as never),
  ],
  ['a thrown error', () => new BuildError([PROBLEM]).message],
  ['a problem of a bundler', () => formatDiagnostics([PROBLEM])],
  ['a problem in the preview', () => Object.values(toProblem(PROBLEM)).map(String).join(' ')],
  ['the Markdown of a diff', () => renderMarkdown(DIFF)],
  ['a changelog', () => changelogOf(DIFF)],
  ['the page of a diff', () => renderHtml(DIFF)],
])('%s steers nothing', (_, text) => {
  expect(text()).not.toMatch(RAW);
});

test.each([
  ['the Markdown of a diff', renderMarkdown],
  ['a changelog', changelogOf],
])('%s shows no image, links nowhere and notifies nobody', (_, textOf) => {
  const text = textOf(DIFF)
    .replace(/`[^`\n]*`/g, '')
    .replace(/\\./g, '');
  expect(text).not.toMatch(/\[|@all|#12|<img|:\/\//);
});
