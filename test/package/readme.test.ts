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
      const name = file.slice(0, -'.svg'.length);
      const { displayName = name } = JSON.parse(
        readFileSync(new URL(`${name}.meta.json`, icons), 'utf8'),
      );
      return !shown.includes(shapes) || !shown.includes(`>${displayName}</text>`);
    });
  expect(changed).toEqual([]);
});

it('names each icon of the set by the name that leads, with its id and other names', () => {
  const icons = new URL('../../icons/', import.meta.url);
  const missing = readdirSync(icons)
    .filter((file) => file.endsWith('.meta.json'))
    .map((file) => {
      const id = file.slice(0, -'.meta.json'.length);
      const meta = JSON.parse(readFileSync(new URL(file, icons), 'utf8'));
      const { displayName = id, aliases = [] } = meta;
      const others = aliases.filter((alias: string) => alias !== displayName);
      const also = others.map((alias: string) => `\`${alias}\``).join(', ');
      const parts = [
        ...(displayName === id ? [] : [`id \`${id}\``]),
        ...(also === '' ? [] : [`also ${also}`]),
      ];
      return `\`${displayName}\`${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
    })
    .filter((text) => !readme.includes(text));
  expect(missing).toEqual([]);
});
