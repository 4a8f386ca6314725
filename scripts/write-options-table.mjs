// Writes the table of options into README.md, from the table in the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

const file = fileURLToPath(new URL('../README.md', import.meta.url));
const { OPTIONS } = await createJiti(import.meta.url).import('../src/config/options.ts');

const rows = [
  ['option', 'default', 'description'],
  ...Object.entries(OPTIONS).map(([name, option]) => [
    `\`${name}\``,
    `\`${JSON.stringify(option.default)}\``,
    option.description,
  ]),
];
const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
const line = (cells) =>
  `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
const [head, ...body] = rows;
const table = [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`]
  .concat(body.map(line))
  .join('\n');

const readme = readFileSync(file, 'utf8');
const heading = readme.indexOf('## Configuration');
const start = readme.indexOf('| option', heading);
const end = readme.indexOf('\n\n', start);
writeFileSync(file, readme.slice(0, start) + table + readme.slice(end));
