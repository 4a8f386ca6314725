import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/lint/edits.ts';
import { agreeingIcons, FIGMA, icon, LINE_ROOT } from './departures.ts';
import { drawn, findingsIn } from './drawings.ts';

const RECOMMENDED = { pictures: false };

async function findIn(svg: string, rule: string, options = {}, count = 10) {
  const set = await Promise.all(
    Object.entries(agreeingIcons(count)).map(([file, text]) =>
      drawn(text, file.replace(/^icons\/|\.svg$/g, '')),
    ),
  );
  return findingsIn([...set, await drawn(svg, 'odd')], rule, options);
}

const messages = async (svg: string, rule: string, options = {}, count = 10) =>
  (await findIn(svg, rule, options, count)).map(({ message }) => message);

describe('a fixed color among icons that follow the text color', () => {
  const FIXED = LINE_ROOT.replace('currentColor', '#0F172A');

  test.each([
    ['of an export from Figma', FIGMA, '#1e1e1e', FIGMA.replace('#1E1E1E', 'currentColor')],
    ['that is dark blue', icon(FIXED), '#0f172a', icon(LINE_ROOT)],
    ['that nobody wrote', icon('id="a"'), '#000000', icon('id="a" fill="currentColor"')],
    [
      'in a style of Inkscape',
      icon('style="fill:none;stroke:#000000;stroke-opacity:1;stroke-width:2"'),
      '#000000',
      icon('style="fill:none;stroke:currentColor;stroke-opacity:1;stroke-width:2"'),
    ],
    [
      'beside the text color',
      icon(LINE_ROOT).replace('<path', '<path stroke="black" d="M2 2h9"/><path'),
      '#000000',
      icon(LINE_ROOT).replace('<path', '<path stroke="currentColor" d="M2 2h9"/><path'),
    ],
  ])('%s is reported and fixed', async (_, svg, color, after) => {
    const [finding, ...more] = await findIn(svg, 'colors', RECOMMENDED);
    expect(more).toEqual([]);
    expect(finding?.message).toBe(
      `The drawing has the fixed color ${color}; 10 of 11 icons follow the text color.`,
    );
    expect(finding?.fixLabel).toBe('Follow the text color');
    expect(applyEdits(svg, finding?.fix ?? [])).toBe(after);
  });

  test('that is red is reported, but may be meant', async () => {
    const [finding] = await findIn(icon('fill="#e5484d"'), 'colors', RECOMMENDED);
    expect(finding?.message).toContain('#e5484d');
    expect(finding?.fix).toBeUndefined();
  });

  test('is not reported in a flag', async () => {
    const flag = icon('fill="#fff"').replace(
      '</svg>',
      '<path fill="#d52b1e" d="M2 9h9v9z"/></svg>',
    );
    expect(await messages(flag, 'colors', RECOMMENDED)).toEqual([]);
    expect(await messages(flag, 'colors')).toHaveLength(1);
  });

  test('is not reported among few icons', async () => {
    expect(await messages(FIGMA, 'colors', RECOMMENDED, 7)).toEqual([]);
  });

  test('is not fixed where a mask would change, too', async () => {
    const svg = icon('fill="#000"').replace(
      '<path',
      '<mask id="m"><path d="M0 0h9v9z"/></mask><path',
    );
    const [finding] = await findIn(svg, 'colors', RECOMMENDED);
    expect(finding?.message).toContain('#000000');
    expect(finding?.fix).toBeUndefined();
  });
});

describe('other departures', () => {
  test.each([
    [
      'view-box',
      icon(LINE_ROOT, 0, '0 0 20 20'),
      'The picture is 20 × 20; 10 of 11 icons are 24 × 24.',
    ],
    [
      'view-box',
      icon(LINE_ROOT, 0, '2 2 24 24'),
      'The picture begins at 2, 2; 10 of 11 icons begin at 0, 0.',
    ],
    [
      'stroke-caps',
      icon(LINE_ROOT.replace('linecap="round"', 'linecap="butt"')),
      'A line ends flat (butt); 10 of 11 icons have lines that end round.',
    ],
    [
      'stroke-joins',
      icon(LINE_ROOT.replace('linejoin="round"', 'linejoin="bevel"')),
      'A line has corners that are cut off (bevel); 10 of 11 icons have corners that are round.',
    ],
    [
      'drawing-style',
      icon('fill="currentColor"'),
      'The drawing is filled and has no lines; 10 of 11 icons are outlines.',
    ],
  ])('%s: %s', async (rule, svg, says) => {
    expect(await messages(svg, rule, rule === 'view-box' ? { origin: 'set' } : {})).toEqual([says]);
  });

  test('an icon with lines and areas fits both styles', async () => {
    expect(
      await messages(icon(LINE_ROOT.replace('none', 'currentColor')), 'drawing-style'),
    ).toEqual([]);
  });
});
