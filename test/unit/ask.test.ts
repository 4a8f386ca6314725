import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askChoice, askYes, PromptAborted, type Terminal } from '../../src/cli/ask.ts';

/** A terminal at which these lines are typed, each when something is asked. */
function typing(...lines: readonly string[]): Terminal & { readonly asked: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const rest = [...lines];
  let asked = '';
  output.on('data', (chunk: Buffer) => {
    asked += chunk;
    if (!asked.endsWith('] ')) return;
    const line = rest.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  return { input, output, asked: () => asked };
}

test.each([
  ['vue', 'vue'],
  ['', 'react'],
  [' VUE ', 'vue'],
])('the answer %j chooses %s', async (answer, choice) => {
  const terminal = typing(answer);
  expect(await askChoice('Which?', ['react', 'vue'], terminal)).toBe(choice);
  expect(terminal.asked()).toBe('Which? (react, vue) [react] ');
});

test('an answer that is no choice is asked again', async () => {
  const terminal = typing('angular', 'vue');
  expect(await askChoice('Which?', ['react', 'vue'], terminal)).toBe('vue');
  expect(terminal.asked().match(/Which\?/g)).toHaveLength(2);
});

test.each([
  ['', true],
  ['y', true],
  ['No', false],
  ['n', false],
])('%j means %s', async (answer, means) => {
  expect(await askYes('Sure?', typing(answer))).toBe(means);
});

test('the end of the input is no answer', async () => {
  await expect(askYes('Sure?', typing())).rejects.toBeInstanceOf(PromptAborted);
});
