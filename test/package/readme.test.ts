import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OPTIONS } from '../../src/config/options.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('has the table of options that the code has', () => {
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
        `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.about} |`,
    ),
  );
});
