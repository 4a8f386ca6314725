import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OPTIONS } from '../../src/config/options.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('has the table of options that the code has; if not, run npm run docs:options', () => {
  const section = readme.slice(
    readme.indexOf('## Configuration'),
    readme.indexOf('### Other layouts'),
  );
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +/g, ' '));
  expect(rows).toEqual(
    Object.entries(OPTIONS).map(
      ([name, option]) =>
        `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
    ),
  );
});

it('shows the icons of the set as they are drawn; if not, run npm run sheet', () => {
  const shown = readFileSync(new URL('../../docs/set.svg', import.meta.url), 'utf8');
  const icons = new URL('../../icons/', import.meta.url);
  const changed = readdirSync(icons)
    .filter((file) => file.endsWith('.svg'))
    .filter((file) => {
      const svg = readFileSync(new URL(file, icons), 'utf8');
      const shapes = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).trim();
      return !shown.includes(shapes) || !shown.includes(`>${file.slice(0, -'.svg'.length)}</text>`);
    });
  expect(changed).toEqual([]);
});
