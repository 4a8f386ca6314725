import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { Icon } from '../../src/core/types.ts';
import { standaloneSvg } from '../../src/emit/svg.ts';
import { type TransformOptions, tryTransformIcon } from '../../src/icon/transform.ts';

/** Each fixture is text in sections: input, and what it becomes: symbol, facts, diagnostics. */
const folder = new URL('../fixtures/transform/', import.meta.url);
const SECTIONS: ReadonlySet<string> = new Set([
  ...['input', 'options', 'symbol', 'facts', 'diagnostics'],
]);

interface Fixture {
  readonly input: string;
  readonly options: TransformOptions;
  /** The symbol, or '' where the drawing cannot be used. */
  readonly symbol: string;
  /** Some of the facts. */
  readonly facts: Record<string, unknown>;
  /** `code: part of the message`, or `code: line:column part of the message`. */
  readonly diagnostics: readonly string[];
}

function readFixture(file: string): Fixture {
  const [preamble, ...parts] = readFileSync(new URL(file, folder), 'utf8').split(/^--- /m);
  const sections = new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).trim()] as const;
    }),
  );
  const unknown = [...sections.keys()].filter((name) => !SECTIONS.has(name));
  if (preamble !== '' || unknown.length > 0 || sections.size < parts.length) {
    throw new Error(`${file} has an unknown or repeated section`);
  }
  const text = (name: string) => sections.get(name) ?? '';
  return {
    input: text('input'),
    // Plain symbols can be read; the other form has tests of its own.
    options: { id: 'icon', portable: false, ...JSON.parse(text('options') || '{}') },
    symbol: text('symbol'),
    facts: JSON.parse(text('facts') || '{}'),
    diagnostics: text('diagnostics').split('\n').filter(Boolean),
  };
}

function expectDiagnostics(found: readonly Diagnostic[], expected: readonly string[]): void {
  const told = found.map(
    ({ code, where, message }) =>
      `${code}: ${where ? `${where.line}:${where.column} ` : ''}${message}`,
  );
  expect(told.map((line) => line.slice(0, line.indexOf(':')))).toEqual(
    expected.map((line) => line.slice(0, line.indexOf(':'))),
  );
  for (const [index, line] of expected.entries()) {
    const [, code, place = '', part = ''] = /^([\w-]+: )(\d+:\d+ )?(.*)$/.exec(line) ?? [];
    expect(told[index]).toContain(code + place);
    expect(told[index]).toContain(part);
    expect(told[index]).toMatch(/[^.]\.$/);
  }
}

describe('fixtures', () => {
  for (const file of readdirSync(folder)) {
    test(file.replace('.txt', '').replaceAll('-', ' '), async () => {
      const { input, options, symbol, facts, diagnostics } = readFixture(file);
      const first = await tryTransformIcon(input, options);
      expect(first.value?.plainSymbol ?? '').toBe(symbol);
      expectDiagnostics(first.diagnostics, diagnostics);
      if (!first.value) return;
      expect(first.value.facts).toMatchObject(facts);

      const again = standaloneSvg({ id: options.id, ...first.value } as unknown as Icon);
      expect((await tryTransformIcon(again, options)).value?.plainSymbol).toBe(symbol);
    });
  }
});
