import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { TransformOptions } from '../../src/icon/transform.ts';
import { comparePictures } from '../../src/icon/verify/renderer.ts';
import { symbolAsSource } from '../../src/icon/verify/symbol-as-source.ts';
import { transformVerified } from '../../src/icon/verify/verify-icon.ts';

const folder = new URL('../fixtures/transform/', import.meta.url);
const SIDES = [64];

/** A fixture of the transform: a source, and the symbol that the tested svgo makes of it. */
export interface SvgoFixture {
  readonly name: string;
  readonly input: string;
  readonly options: TransformOptions;
  readonly symbol: string;
}

/** Fixtures that draw something. */
export const FIXTURES: readonly SvgoFixture[] = readdirSync(folder)
  .map((file) => {
    const [, ...parts] = readFileSync(new URL(file, folder), 'utf8').split(/^--- /m);
    const sections = new Map(
      parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
    );
    const text = (name: string) => (sections.get(name) ?? '').trim();
    const options = JSON.parse(text('options') || '{}');
    return {
      name: file.replace('.txt', '').replaceAll('-', ' '),
      input: text('input'),
      options: { id: 'icon', portable: false, ...options },
      symbol: text('symbol'),
    };
  })
  .filter(({ symbol }) => symbol.endsWith('</symbol>'));

/**
 * Expects that the installed svgo makes a symbol that looks like that of the tested one, that takes
 * nothing of the names, and that stays the same when it is built again.
 */
export async function expectSamePicture({ input, options, symbol }: SvgoFixture): Promise<void> {
  const verification = { sides: SIDES, tolerance: 0, isStrict: false };
  const { value, diagnostics } = await transformVerified(input, options, verification);
  expect(value, diagnostics.map(({ message }) => message).join('\n')).toBeDefined();
  if (!value) return;
  const after = symbolAsSource(value, options.id);
  const before = symbolAsSource({ ...value, plainSymbol: symbol }, options.id);
  const { width, height } = value.facts;
  const pair = { before, after, sides: SIDES, isWide: width >= height, hasText: false };
  expect(await comparePictures(pair)).toEqual(SIDES.map(() => 0));
  expect(scopedNames(value.plainSymbol)).toEqual(scopedNames(symbol));
}

/** Ids and classes that a symbol refers to. */
function scopedNames(symbol: string): readonly string[] {
  const names = symbol.match(/(?<=url\(#|href="#|class=")[^")]+/g) ?? [];
  return [...new Set(names)].sort();
}
