// Writes dist/commonjs, for code that calls require(): one file per entry, with its types. Entries for
// browsers, and those that are loaded on every start, are bundled as CommonJS, since tools such as
// Jest do not load ES modules. The others load ES modules, which Node supports from 20.19 on.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { ADAPTERS } from './entries.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}dist/commonjs/`;
mkdirSync(folder, { recursive: true });

const { exports: packageExports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const runtime = Object.entries(packageExports)
  .filter(([, { types, require }]) => require && types?.startsWith('./dist/runtime/'))
  .map(([name]) => name.slice('./'.length));
for (const name of runtime) {
  writeTypes(name, `runtime/${name}`, await bundle(name, `src/runtime/${name}.ts`));
}
writeTypes('config', 'config/define', await bundle('config', 'src/config/define.ts'));
writeTypes('icons', 'icons', await bundle('icons', 'dist/icons.js'));
await bundle('typescript', 'src/editor/typescript.ts', 'default');
const { default: _, ...library } = await import('../dist/index.js');
write('index.cjs', "module.exports = require('../index.js');\n");
writeTypes('index', 'index', Object.keys(library));

// Bundlers load the loader by its path, never by require().
for (const name of ADAPTERS.filter((each) => each !== 'webpack-loader')) {
  const path = `plugin/adapters/${name}`;
  // CommonJS configurations expect the function itself; compiled code expects `default`.
  write(
    `${name}.cjs`,
    `const { default: icons } = require('../${path}.js');
module.exports = icons;
module.exports.default = icons;
`,
  );
  const [, exported] = /export \{ (.*) \};\s*$/.exec(
    readFileSync(`${root}dist/${path}.d.ts`, 'utf8'),
  );
  const named = exported.split(', ').filter((each) => !each.endsWith(' as default'));
  write(
    `${name}.d.cts`,
    `${importTypes(path)}
declare const icons: typeof entry.default & { default: typeof entry.default };
declare namespace icons {
${named.map((type) => `  export type ${type} = entry.${type};\n`).join('')}}
export = icons;
`,
  );
}

/** Writes a bundle; returns the names of its exports. */
async function bundle(name, input, exports = 'named') {
  const build = await rolldown({
    input: `${root}${input}`,
    platform: 'node',
    external: /^(?![a-z]:)[^./]/i,
    tsconfig: `${root}tsconfig.json`,
  });
  const { output } = await build.write({
    file: `${folder}${name}.cjs`,
    format: 'cjs',
    exports,
    esModule: exports === 'named',
  });
  await build.close();
  return output[0].exports;
}

/** Writes types that re-export those of the ES module, so that both are identical to the compiler. */
function writeTypes(name, path, exports) {
  const values = exports.map((each) =>
    each === 'default'
      ? 'declare const main: typeof entry.default;\nexport default main;\n'
      : `export declare const ${each}: typeof entry.${each};\n`,
  );
  write(
    `${name}.d.cts`,
    `${importTypes(path)}
export type * from '../${path}.js' with { 'resolution-mode': 'import' };
${values.join('')}`,
  );
}

function importTypes(path) {
  return `import type * as entry from '../${path}.js' with { 'resolution-mode': 'import' };`;
}

function write(file, text) {
  writeFileSync(`${folder}${file}`, text);
}
