/** File of the repository that is generated from others. */
export interface GeneratedFile {
  /** Path in the repository. */
  readonly path: string;
  /** Loads its inputs when it is called, since one generated file can be an input of the next. */
  readonly contents: () => Promise<string>;
}

/** All generated files, in the order in which they are to be written. */
export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const { ruleFigures } = await import('./rule-figures.ts');
  const figures = [...ruleFigures()].map(([rule, svg]) => ({
    path: `docs/figures/rules/${rule}.svg`,
    contents: async () => svg,
  }));
  return [
    {
      path: 'docs/diagnostics.md',
      contents: async () => (await import('./diagnostics-page.ts')).diagnosticsPage(),
    },
    {
      path: 'src/lint/rules.ts',
      contents: async () => (await import('./rules-index.ts')).rulesIndex(),
    },
    {
      path: 'docs/rules.md',
      contents: async () => (await import('./rules-page.ts')).rulesPage(),
    },
    ...figures,
    {
      path: 'docs/figures/precision.svg',
      contents: async () => (await import('./precision-figure.ts')).precisionFigure(),
    },
  ];
}
