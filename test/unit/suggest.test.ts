import { expect, test } from 'vitest';
import { suggestion } from '../../src/core/suggest.ts';

const KNOWN = ['inputs', 'out', 'exclude', 'keepGoing', 'aliases', 'names'];

test.each([
  ['input', 'inputs'],
  ['Inputs', 'inputs'],
  ['keep-going', 'keepGoing'],
  ['keepgoing', 'keepGoing'],
  ['KEEP_GOING', 'keepGoing'],
  ['exlcude', 'exclude'],
  ['alias', 'aliases'],
  ['name', 'names'],
  ['oout', 'out'],
  ['uot', 'out'],
])('%s: %s is meant', (word, meant) => {
  expect(suggestion(word, KNOWN)).toBe(` Did you mean '${meant}'?`);
});

test.each(['sprite', 'x', '', 'watch', '日本'])('%j: nothing is meant', (word) => {
  expect(suggestion(word, KNOWN)).toBe('');
});

test('nothing is known', () => {
  expect(suggestion('out', [])).toBe('');
});
