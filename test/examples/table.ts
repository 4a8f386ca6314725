/** What was seen of an example; `undefined` where it does not apply, or was not reached. */
export interface Row {
  readonly example: string;
  readonly bundler: string;
  buildSeconds?: number;
  /** What a changed drawing takes to be seen. */
  dev?: string;
  hmrMilliseconds?: number;
  spriteBytes?: number;
  iconsRight?: string;
  axeClean?: boolean;
}

const HEAD = [
  'example',
  'bundler',
  'build',
  'dev',
  'to seen',
  'sprite',
  'icons right',
  'axe clean',
];

/** A table for people. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.example,
    row.bundler,
    row.buildSeconds === undefined ? '–' : `${row.buildSeconds.toFixed(1)} s`,
    row.dev ?? '–',
    row.hmrMilliseconds === undefined ? '–' : `${Math.round(row.hmrMilliseconds)} ms`,
    row.spriteBytes === undefined ? '–' : `${row.spriteBytes} B`,
    row.iconsRight ?? '–',
    row.axeClean === undefined ? '–' : row.axeClean ? 'yes' : 'no',
  ]);
  const widths = HEAD.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}
