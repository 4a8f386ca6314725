import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules.ts';
import { drawn, findingsIn, picture } from './drawings.ts';

const LONG = 20_000;

describe.each([
  ['a path that breaks off', '<path d="M4 4h9v9z L nonsense"/>'],
  ['numbers beyond all bounds', '<path d="M1e999 4h9v9z"/><rect width="1e30" height="9"/>'],
  ['a path of many commands', `<path d="M4 4${'h1v1h-1v-1'.repeat(LONG / 10)}z"/>`],
  ['a long style', `<path style="${'fill:red;'.repeat(LONG / 10)}stroke-width:" d="M4 4h9v9z"/>`],
  ['a long transform', `<path transform="${'translate(1)'.repeat(2000)}x" d="M4 4h9v9z"/>`],
  ['a use of itself', '<g id="a"><path d="M4 4h9v9z"/><use href="#a"/></g>'],
  ['spaces without end', `<path d="M4 4${' '.repeat(LONG)}h9v9z"/>`],
  ['nothing', ''],
])('%s', (_, shapes) => {
  test('ends every rule in good order', async () => {
    const drawing = await drawn(picture(shapes, ' stroke="red" stroke-width="x"'));
    for (const { name } of RULES) {
      for (const { offset, message } of await findingsIn([drawing], name)) {
        expect(message).not.toMatch(/NaN|Infinity|undefined/);
        expect(offset ?? 0).toBeLessThanOrEqual(drawing.svg.length);
      }
    }
  });
});
