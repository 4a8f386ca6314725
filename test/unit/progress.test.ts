import type { WriteStream } from 'node:tty';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProgress } from '../../src/cli/report/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function terminal(columns: number) {
  const written: string[] = [];
  const stream = { isTTY: true, columns, write: (text: string) => written.push(text) };
  return { written, stream: stream as unknown as WriteStream };
}

test('shows a bar, a count and the icon at hand once a build takes its time, and erases them', () => {
  const { written, stream } = terminal(80);
  const { update, stop } = startProgress(stream);
  update(1, 100, 'icons/a.svg');
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1000);
  update(50, 100, 'icons/b\u001b[2J.svg');
  expect(written).toEqual([
    `\r\u001b[2K${'━'.repeat(12)}${'─'.repeat(12)} 50/100 icons  icons/b\ufffd[2J.svg`,
  ]);
  stop();
  expect(written.at(-1)).toBe('\r\u001b[2K');
});

test('stays on one line', () => {
  const { written, stream } = terminal(40);
  const { update } = startProgress(stream);
  vi.advanceTimersByTime(1000);
  update(1, 2, 'icons/with/a/very/long/path/that/has/no/end.svg');
  expect(written[0]?.length).toBe('\r\u001b[2K'.length + 39);
});

test('says nothing where there is no terminal', () => {
  const { written, stream } = terminal(80);
  const { update, stop } = startProgress({ ...stream, isTTY: false } as WriteStream);
  vi.advanceTimersByTime(1000);
  update(1, 2, 'a.svg');
  stop();
  expect(written).toEqual([]);
});
