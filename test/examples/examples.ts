/** An example and what is to be found of it once it is built. */
export interface Example {
  readonly name: string;
  readonly bundler: string;
  /** Folder of what it ships, relative to it. */
  readonly out: string;
  /** Names of the icons in the sprite that it ships. */
  readonly ships: readonly string[];
  /** The command that serves it while developing, where its server puts new icons into the page. */
  readonly dev?: readonly string[];
}

/** The icons that each example's page shows, by the ids of their elements. */
export const SHOWN = ['arrow-back', 'heart', 'sun'] as const;

/** A drawing that no page shows. */
const ALL = ['anchor', ...SHOWN];

const VITE = ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0'];

export const EXAMPLES: readonly Example[] = [
  { name: 'plain-html', bundler: 'none', out: 'public', ships: ALL },
  { name: 'vite-react', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { name: 'vite-vue', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { name: 'vite-svelte', bundler: 'Vite', out: 'dist', ships: SHOWN, dev: VITE },
  { name: 'webpack', bundler: 'webpack', out: 'dist', ships: SHOWN },
  { name: 'esbuild', bundler: 'esbuild', out: 'dist', ships: SHOWN },
  { name: 'next', bundler: 'Turbopack', out: 'out', ships: ALL },
  { name: 'astro', bundler: 'Vite 6', out: 'dist', ships: SHOWN },
];
