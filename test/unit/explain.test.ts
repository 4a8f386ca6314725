import { describe, expect, test } from 'vitest';
import { explainHint } from '../../src/cli/report/explain-hint.ts';
import { explain, explanations } from '../../src/lint/explain.ts';

test('has a cause and a fix for every code', () => {
  for (const { cause, fix } of explanations()) {
    expect(cause).toMatch(/\.$/);
    expect(fix).toMatch(/^[`A-Z].*[.]$/);
  }
});

describe('explain', () => {
  test('finds rules by their codes and their names', () => {
    expect(explain('lint/stroke-caps')).toEqual(explain('stroke-caps'));
    expect(explain('stroke-caps')?.fix).toContain('`--fix` changes the cap');
  });

  test('fills the example', () => {
    expect(explain('unknown-option')?.example).toBe(
      "Unknown option 'spilt'. Did you mean 'split'?",
    );
  });

  test('has no Markdown links', () => {
    expect(explain('gradients')?.cause).toContain('(Browser support)');
  });

  test.each(['', 'lint/', 'toString', 'parse'])('knows nothing of %j', (code) => {
    expect(explain(code)).toBeUndefined();
  });
});

describe('the line below problems', () => {
  const problems = [
    { code: 'raster-image', severity: 'warning' },
    { code: 'parse-error', severity: 'error' },
  ] as const;

  test('names the first error in a terminal', () => {
    expect(explainHint(problems, { isTTY: true })).toContain('"iconloom explain parse-error"');
    expect(explainHint(problems.slice(0, 1), { isTTY: true })).toContain('explain raster-image"');
  });

  test('is missing without a terminal, and without problems', () => {
    expect(explainHint(problems, {})).toBe('');
    expect(explainHint([], { isTTY: true })).toBe('');
  });
});
