/** An example and what is to be found of it once it is built. */
export interface Example {
  readonly name: string;
  readonly bundler: string;
  /** Folder of what it ships, relative to it. */
  readonly out: string;
  /** Folder of its drawings, relative to it. Default: `icons`. */
  readonly drawings?: string;
  /** Names of the icons in the sprite that it ships. */
  readonly ships: readonly string[];
  /** Script that serves what is built. Default: its files are served as they are. */
  readonly serves?: string;
  readonly dev?: Development;
}

/** How an example is developed. */
export interface Development {
  /** Scripts of packages with their arguments, run together. The first that names a URL serves. */
  readonly commands: readonly (readonly string[])[];
  /** Folder of what is written and is to be served, where no command serves. */
  readonly out?: string;
  /** What a changed drawing takes to be seen. */
  readonly shows: 'in place' | 'reloads itself' | 'when reloaded';
}

/** The icons that each example's page shows, by the ids of their elements. */
export const SHOWN = ['arrow-back', 'heart', 'sun'] as const;

/** A drawing that no page shows. */
const ALL = ['anchor', ...SHOWN];

const LOCAL = ['--host', '127.0.0.1', '--port', '0'];
const VITE: Development = {
  commands: [['node_modules/vite/bin/vite.js', ...LOCAL]],
  shows: 'in place',
};
const MONOREPO = { bundler: 'Vite', out: 'dist', drawings: '../../packages/icons/svg' } as const;
const BACK_END: Development = { commands: [['dev.js']], shows: 'in place' };
const ASTRO: Development = {
  commands: [['node_modules/astro/astro.js', 'dev', ...LOCAL]],
  shows: 'reloads itself',
};
const WEBPACK: Development = {
  commands: [['node_modules/webpack/bin/webpack.js', '--watch', '--mode', 'development']],
  out: 'dist',
  shows: 'when reloaded',
};
const NEXT: Development = {
  commands: [
    ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', '0'],
    ['node_modules/iconloom/dist/cli/bin.js', 'build', '--watch'],
  ],
  shows: 'in place',
};

/** Those that take longest to build come first. */
export const EXAMPLES: readonly Example[] = [
  { name: 'next', bundler: 'Turbopack', out: 'out', ships: ALL, dev: NEXT },
  { name: 'astro', bundler: 'Vite 6', out: 'dist', ships: SHOWN, dev: ASTRO },
  { name: 'sveltekit', bundler: 'Vite', out: 'build', ships: SHOWN, dev: VITE },
  { name: 'vite-react', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { ...MONOREPO, name: 'monorepo/apps/web', ships: SHOWN, dev: VITE },
  { ...MONOREPO, name: 'monorepo/apps/admin', ships: ALL },
  { name: 'vite-vue', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { name: 'vite-svelte', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { name: 'vite-solid', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  {
    ...{ name: 'backend-vite', bundler: 'Vite', out: 'dist', ships: SHOWN },
    ...{ serves: 'server.js', dev: BACK_END },
  },
  { name: 'webpack', bundler: 'webpack', out: 'dist', ships: SHOWN, dev: WEBPACK },
  { name: 'esbuild', bundler: 'esbuild', out: 'dist', ships: SHOWN },
  { name: 'plain-html', bundler: 'none', out: 'public', ships: ALL },
];
