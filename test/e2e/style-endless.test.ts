import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const INDEX = new URL('../../dist/index.js', import.meta.url).href;

/** In a process of its own: what never ends cannot be stopped in this one. */
const SCRIPT = `
import { transformIcon } from ${JSON.stringify(INDEX)};
const drawing = (css) =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><style>' + css +
  '</style><path class="a" d="M0 0h8v8"/></svg>';
const transform = (css) => transformIcon(drawing(css), { id: 'a' }).catch(() => {});
await transform('.a{fill:red}'.repeat(40));
await transform('[data-x^="SSSS"]{clip-path:}}}');
console.log('done');
`;

test('a style sheet with a brace too many ends after one with many braces', () => {
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  expect({ stdout, signal }).toEqual({ stdout: 'done\n', signal: null });
});
