import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOMBS } from './bombs.ts';
import { callHost } from './cli-host.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';
import { namesIn, readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const folder = new URL('../fixtures/odd-input/', import.meta.url);
/** Time of processor that a build may take for one drawing, whatever it holds. */
const CPU_SECONDS = 20;
/** When a build counts as stuck: on a busy machine the rest takes many times as long. */
const STUCK_SECONDS = 240;
const MEGABYTES = 1500;
/** A stack trace, or what stands where one does. */
const CRASH = /^\s+at \S+.*[:)]\d*|iconloom crashed|Error:|FATAL|panicked/m;

/** Of the codes given one must be told; '' stands for a drawing that may be built. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  empty: ['not-svg'],
  blank: ['not-svg'],
  'blank-for-long': ['not-svg'],
  'byte-order-mark-only': ['not-svg'],
  'nul-bytes-only': ['not-svg', 'parse-error'],
  'plain-words': ['not-svg', 'parse-error'],
  'single-less-than': ['not-svg', 'parse-error'],
  'html-page': ['not-svg'],
  'html-error-page': ['not-svg', 'parse-error'],
  png: ['not-svg'],
  jpeg: ['not-svg'],
  gif: ['not-svg'],
  webp: ['not-svg'],
  pdf: ['not-svg'],
  zip: ['not-svg'],
  gzip: ['not-svg'],
  json: ['not-svg', 'parse-error'],
  'react-component': ['not-svg', 'parse-error'],
  'data-url': ['not-svg', 'parse-error'],
  'git-lfs-pointer': ['not-svg', 'parse-error'],
  'git-conflict': ['not-svg', 'parse-error'],
  'other-root': ['not-svg'],
  'root-in-other-namespace': ['not-svg'],
  'comment-only': ['not-svg', 'parse-error'],
  'doctype-only': ['not-svg', 'parse-error'],
  'declaration-only': ['not-svg', 'parse-error'],
  'svg-as-text': ['not-svg', 'parse-error'],
  'cut-in-root-tag': ['parse-error'],
  'cut-in-attribute': ['parse-error'],
  'cut-in-tag-name': ['parse-error'],
  'cut-after-shape': ['parse-error'],
  'cut-in-end-tag': ['parse-error'],
  'cut-in-comment': ['parse-error'],
  'cut-in-cdata': ['parse-error'],
  'cut-in-doctype': ['not-svg', 'parse-error'],
  'cut-in-declaration': ['not-svg', 'parse-error'],
  'cut-in-reference': ['parse-error'],
  'cut-in-character': ['not-svg'],
  'two-roots': ['parse-error'],
  'two-different-roots': ['parse-error'],
  'text-after-root': ['parse-error'],
  'text-before-root': ['parse-error'],
  'end-tags-crossed': ['parse-error'],
  'end-tag-too-many': ['parse-error'],
  'end-tag-in-other-case': ['parse-error'],
  'quote-missing': ['parse-error'],
  'attribute-without-quotes': ['parse-error'],
  'attribute-without-value': ['parse-error'],
  'attribute-twice': ['parse-error'],
  'attributes-without-space': ['parse-error'],
  'less-than-in-attribute': ['parse-error'],
  'ampersand-bare': ['parse-error'],
  'entity-not-defined': ['parse-error'],
  'prefix-not-bound': ['parse-error'],
  'character-reference-to-nul': ['parse-error'],
  'character-reference-too-high': ['parse-error'],
  'nul-byte-inside': ['parse-error', 'not-svg'],
  'nul-byte-at-end': ['parse-error', 'not-svg'],
  'control-characters': ['parse-error', ''],
  'comment-with-double-hyphen': ['parse-error'],
  'cdata-outside-root': ['parse-error'],
  'declaration-late': [''],
  'name-with-digit-first': ['parse-error'],
  'invalid-utf-8': ['not-svg'],
  'latin-1-not-declared': ['not-svg'],
  'surrogates-in-utf-8': ['not-svg'],
  'overlong-utf-8': ['not-svg'],
  'encoding-not-known': ['not-svg'],
  'utf-16-cut-in-half': ['not-svg', 'parse-error'],
  'utf-32': ['not-svg', 'parse-error'],
  'utf-7': ['not-svg', 'parse-error'],
  'no-size': ['no-size'],
  'size-zero': ['no-size'],
  'size-negative': ['no-size'],
  'size-in-percent': ['no-size'],
  'size-not-a-number': ['no-size'],
  'size-by-calc': ['no-size'],
  'view-box-of-three': ['no-size'],
  'view-box-of-five': ['no-size'],
  'view-box-of-words': ['no-size'],
  'view-box-without-area': ['no-size'],
  'view-box-negative': ['no-size'],
  'view-box-in-px': ['no-size'],
  'view-box-of-1e999': ['no-size'],
  'nothing-inside': ['draws-nothing'],
  'root-empty-tag': ['draws-nothing'],
  'path-data-of-words': ['draws-nothing', 'picture-differs', ''],
  'path-data-of-nan': ['draws-nothing', 'picture-differs', ''],
  'good-missing-namespace': [''],
  'good-byte-order-mark': [''],
  'good-utf-16': [''],
  'good-one-line-end-of-each-kind': [''],
  'good-xml-1-1': [''],
  'good-size-in-inches': [''],
  'good-attribute-names-of-objects': [''],
  'good-element-names-of-objects': [''],
  'good-ids-of-objects': [''],
  'good-classes-of-objects': [''],
  'good-entities-of-objects': [''],
  'good-styles-of-objects': [''],
};

interface Told {
  readonly code: string;
  readonly file: string;
  readonly message: string;
  readonly hint: string;
}

function toldIn(run: MeasuredRun): readonly Told[] {
  return JSON.parse(run.stdout || '{"diagnostics":[]}').diagnostics;
}

/** Everything that a person or a program reads of a run. */
function printed({ stdout, stderr }: MeasuredRun): string {
  return stdout + stderr;
}

function allowed(codes: readonly string[]): RegExp {
  return new RegExp(`^(${codes.join('|')})$`);
}

describe('files that are no drawings, or broken ones', () => {
  let json: MeasuredRun;
  let text: MeasuredRun;
  let built: readonly string[];

  const cwd = mkdtempSync(join(tmpdir(), 'iconloom-test-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  beforeAll(async () => {
    const files = readdirSync(folder).map((file) => [
      `icons/${file}`,
      readFileSync(new URL(file, folder)),
    ]);
    writeTree(cwd, { ...Object.fromEntries(files), 'icons/square.svg': square(8) });
    json = await measuredRun(cwd, ['build', '--keep-going', '--json'], STUCK_SECONDS);
    text = await measuredRun(cwd, ['build', '--keep-going'], STUCK_SECONDS);
    built = namesIn(readTree(join(cwd, 'dist')));
  });

  test('each has its line in the table', () => {
    expect(readdirSync(folder)).toEqual(
      Object.keys(CODES)
        .map((name) => `${name}.svg`)
        .sort(),
    );
  });

  test('the build goes on without them, and ends with 1', () => {
    expect({ json: json.code, text: text.code }).toEqual({ json: 1, text: 1 });
    expect(built).toContain('square');
  });

  test('no stack is printed', () => {
    expect(printed(text)).not.toMatch(CRASH);
    expect(printed(json)).not.toMatch(CRASH);
  });

  test('it takes little time and memory', () => {
    expect(json.cpuSeconds).toBeLessThan(CPU_SECONDS);
    expect(json.megabytes ?? 0).toBeLessThan(MEGABYTES);
  });

  test.for(Object.entries(CODES))('%s', ([name, codes]) => {
    const file = `icons/${name}.svg`;
    // The files are no set, so rules that compare them say nothing about one of them.
    const told = toldIn(json).filter(
      (each) => each.file === file && !each.code.startsWith('lint/'),
    );
    const found = told.map(({ code }) => code);
    expect(found.length > 0 ? found : ['']).toContainEqual(expect.stringMatching(allowed(codes)));
    for (const { message, hint } of told) {
      expect(message).toMatch(/^[A-Z].{10,250}\.$/);
      expect(hint).toMatch(/^[A-Z].+\.$/);
    }
    if (found.length > 0) expect(text.stderr).toContain(file);
    // Whatever is not told of is built, and nothing is both built and left out.
    if (found.length === 0) expect(built).toContain(name);
  });
});

describe('drawings that want to take all there is', () => {
  test.for(Object.entries(BOMBS))('%s', async ([name, { make, told }]) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { [`icons/${name}.svg`]: make(), 'icons/square.svg': square(8) });
    const args = ['build', '--keep-going'];
    const run = await callHost({ cwd, args, seconds: STUCK_SECONDS });
    const { code, signal, seconds, cpuSeconds = 0, megabytes = 0 } = run;
    expect({ signal }, `stopped after ${seconds.toFixed(1)} s, with ${megabytes} MB`).toEqual({
      signal: undefined,
    });
    expect(printed(run)).not.toMatch(CRASH);
    expect(cpuSeconds).toBeLessThan(CPU_SECONDS);
    expect(megabytes).toBeLessThan(MEGABYTES);
    expect([0, 1]).toContain(code);
    // The neighbor is built, whatever becomes of the bomb.
    expect(namesIn(readTree(join(cwd, 'dist')))).toContain('square');
    const lines = run.stderr.split('\n').filter((line) => line.startsWith(`icons/${name}.svg`));
    const codes = lines.map((line) => /(?:error|warning) ([\w-]+) /.exec(line)?.[1] ?? line);
    expect([...codes, ...(code === 0 ? [''] : [])]).toContainEqual(
      expect.stringMatching(allowed(told)),
    );
    expect(run.stderr.length).toBeLessThan(10_000);
  });
});
