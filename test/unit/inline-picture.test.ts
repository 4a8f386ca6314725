import { describe, expect, test } from 'vitest';
import { inlinePicture, pictureProtocol } from '../../src/cli/report/inline-picture.ts';
import { iconOf } from './icons.ts';

describe('a terminal shows pictures', () => {
  test.each([
    ['kitty', { KITTY_WINDOW_ID: '1' }, 'kitty'],
    ['kitty over ssh', { TERM: 'xterm-kitty' }, 'kitty'],
    ['Ghostty', { TERM: 'xterm-ghostty' }, 'kitty'],
    ['iTerm2', { TERM_PROGRAM: 'iTerm.app' }, 'iterm2'],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
  ])('where it says that it is %s', (_, env, protocol) => {
    expect(pictureProtocol(true, env)).toBe(protocol);
  });

  test.each([
    ['it says nothing', true, { TERM: 'xterm-256color' }],
    ['there is no terminal', false, { KITTY_WINDOW_ID: '1' }],
    ['tmux stands between', true, { KITTY_WINDOW_ID: '1', TMUX: '/tmp/tmux' }],
    ['screen stands between', true, { TERM_PROGRAM: 'iTerm.app', TERM: 'screen-256color' }],
  ])('and not where %s', (_, isTerminal, env) => {
    expect(pictureProtocol(isTerminal, env)).toBeUndefined();
  });
});

/** The picture's bytes out of what is sent to the terminal. */
function pngIn(base64: string): Buffer {
  const png = Buffer.from(base64, 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return png;
}

/** What is sent to the terminal, with its controls spelled out. */
async function sent(protocol: 'kitty' | 'iterm2'): Promise<string> {
  const text = await inlinePicture(iconOf('a'), protocol);
  return text.replaceAll('\x1b', '<ESC>').replaceAll('\x07', '<BEL>');
}

describe('a picture', () => {
  test('for kitty comes in parts of at most 4096 characters, the last of which says so', async () => {
    const text = await sent('kitty');
    const parts = [...text.matchAll(/<ESC>_G([^;]*);([^<]*)<ESC>\\/g)];
    expect(`${parts.map(([whole]) => whole).join('')}\n`).toBe(text);
    expect(parts[0]?.[1]).toMatch(/^f=100,a=T,q=2,c=4,r=2,m=\d$/);
    expect(parts.at(-1)?.[1]).toMatch(/m=0$/);
    for (const [, , chunk = ''] of parts) expect(chunk.length).toBeLessThanOrEqual(4096);
    pngIn(parts.map(([, , chunk]) => chunk).join(''));
  });

  test('for iTerm2 is one sequence', async () => {
    const [head = '', base64 = '', ...end] = (await sent('iterm2')).split(/:|<BEL>/);
    expect(head).toBe('<ESC>]1337;File=inline=1;width=4;height=2;preserveAspectRatio=1');
    expect(end).toEqual(['\n']);
    pngIn(base64);
  });

  test('of an icon that cannot be rendered is none', async () => {
    expect(await inlinePicture(iconOf('a', { symbol: '<symbol id="a"><' }), 'kitty')).toBe('');
  });
});
