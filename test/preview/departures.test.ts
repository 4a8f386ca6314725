import { expect, test } from 'vitest';
import { agreeingIcons, FIGMA } from '../lint/departures.ts';
import { start } from './start.ts';

const STYLED = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><defs><style>.cls-1{fill:none;stroke:#231f20;stroke-linecap:round;stroke-linejoin:round;stroke-width:2px;}</style></defs><path class="cls-1" d="M3 7h18v9"/></svg>`;

test.each([
  ['Figma', FIGMA],
  ['Illustrator', STYLED],
])('a fixed color from %s has a fix, after which it follows the text color', async (_, svg) => {
  const studio = await start(agreeingIcons(10));
  const inspect = async (text: string) =>
    (await studio.post('/api/look', { svg: text, file: 'menu.svg' })).json();
  const before = await inspect(svg);
  expect(before.problems).toMatchObject([
    { code: 'lint/colors', fixable: true, fixLabel: 'Follow the text color' },
  ]);
  expect(before.fixed).toMatchObject({ count: 1, label: 'Follow the text color' });
  const after = await inspect(before.fixed.svg);
  expect(after.problems).toEqual([]);
  expect(after.icon.svg).toContain('stroke="currentColor"');
  expect(after.fixed).toBeUndefined();
});

test('a color that the project replaces is no problem', async () => {
  const studio = await start(agreeingIcons(10), { color: 'currentColor' });
  const { problems } = (await studio.post('/api/look', { svg: FIGMA, file: 'menu.svg' })).json();
  expect(problems).toEqual([]);
});
