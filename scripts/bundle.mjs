// Empties dist and bundles src into it: one file for each entry of the package, the command line and
// its threads, and chunks for shared and lazy code, with the packages that are no dependencies. Fewer
// files start faster. The first step of `npm run build`.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { rolldown } from 'rolldown';
import { licensesOf } from './bundled-licenses.mjs';
import { ADAPTERS } from './entries.mjs';
import { simplifyParsing } from './simplify-parsing.mjs';
import { splitCode } from './split-code.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { DIGEST_PLACEHOLDER } = await createJiti(import.meta.url).import(
  '../src/node/cache/code.ts',
);
const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const DEPENDENCY = new RegExp(
  `^(?:${Object.keys({ ...dependencies, ...peerDependencies }).join('|')})(?:/|$)`,
);
/** What starts most often: builds. */
const FREQUENT = /^src\/cli\/(?:bin|program|configure|commands\/build)\.ts$/;
const entry = (path) => [path, `${root}src/${path}.ts`];

const bundle = await rolldown({
  input: Object.fromEntries([
    entry('index'),
    // For configurations, which need no other code.
    entry('config/define'),
    entry('cli/bin'),
    // For processes that run the command line repeatedly, such as tests.
    ...['cli/program', 'cli/report/crash'].map(entry),
    ...ADAPTERS.map((name) => entry(`plugin/adapters/${name}`)),
    ['threads/verifier-thread', `${root}src/node/verifier-thread.ts`],
    ['threads/render-child', `${root}src/icon/verify/render-child.ts`],
    ['threads/size-thread', `${root}src/node/size-thread.ts`],
    ['threads/pool-thread', `${root}src/node/pool-thread.ts`],
  ]),
  platform: 'node',
  external: (id) => isBuiltin(id) || DEPENDENCY.test(id),
  tsconfig: `${root}tsconfig.json`,
  transform: { define: { CODE_DIGEST: JSON.stringify(DIGEST_PLACEHOLDER) } },
  preserveEntrySignatures: 'allow-extension',
  plugins: [lightRequires()],
});
const split = await splitCode(bundle, {
  openedFile: 30000,
  shippedFile: 260_000,
  packageSize: 130_000,
  builtinSize: 20_000,
  weightOf: (id) => {
    const path = id.slice(root.length);
    if (FREQUENT.test(path)) return 8;
    // These commands start rarely.
    return /add|diff|init|migrate|preview|rename|verify/.test(path) ? 0.25 : 1;
  },
});
rmSync(`${root}dist`, { recursive: true, force: true });
const { output } = await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // Types have the doc comments; starts should not read them.
  comments: { legal: true, annotation: true, jsdoc: false },
  ...split,
});
await bundle.close();
// Not in a plugin: Rolldown prints code again after the last one, unescaped.
for (const { fileName, code } of output)
  if (code !== undefined) writeFileSync(`${root}dist/${fileName}`, await simplifyParsing(code));
cpSync(`${root}src/emit/manifest.schema.json`, `${root}dist/emit/manifest.schema.json`);
const modules = output.flatMap(({ moduleIds = [] }) => moduleIds);
writeFileSync(`${root}dist/licenses.md`, licensesOf(modules));

/**
 * Makes bundled packages load modules of Node without a `require()` that is created at each start, and
 * commander load what it uses, when it does: `node:child_process` only starts commands that are programs
 * of their own, and loading `node:process` creates the standard streams.
 */
function lightRequires() {
  const commander = [
    [/^const childProcess = .*\n/m, ''],
    [/^const process = .*\n/m, ''],
    [/\bchildProcess\.spawn\(/g, "require('node:child_process').spawn("],
  ];
  const edit = (code, [pattern, replacement]) => {
    if (code.search(pattern) < 0) throw new Error(`commander has no code like ${pattern}`);
    return code.replace(pattern, replacement);
  };
  return {
    name: 'light-requires',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]/, code: /\brequire\(/ },
      handler: (code, id) =>
        (/[\\/]commander[\\/]lib[\\/]command\.js$/.test(id) ? commander : [])
          .reduce(edit, code)
          .replace(/\brequire\((['"])([\w:/]+)\1\)/g, (call, _quote, name) =>
            isBuiltin(name) ? `process.getBuiltinModule('${name}')` : call,
          ),
    },
  };
}
