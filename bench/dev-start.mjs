// CPU and wall time until Vite's development server listens, until it has served the page and its
// script, and until it has served the icons, compared with vite-plugin-svg-icons-ng and with other
// builds of iconloom. Each start is a separate process; the tools take turns.
// node bench/dev-start.mjs [--icons 300] [--rounds 7] [--no-peer] [other dist folder]…
// (after npm run build and npm ci --prefix bench)
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const LUCIDE = fileURLToPath(new URL('../node_modules/lucide-static/icons/', import.meta.url));
const TABLER = fileURLToPath(new URL('../node_modules/@tabler/icons/icons/', import.meta.url));

/** Starts a server in this process and requests what a page with icons requests. */
const STARTS = {
  async vite(root) {
    await serve(root, []);
  },
  async iconloom(root, dist) {
    const { default: icons } = await import(pathToFileURL(join(dist, 'plugin/adapters/vite.js')));
    const get = await serve(root, icons({ inputs: 'icons' }));
    await get('/@id/__x00__iconloom:virtual:iconloom/href');
    return get('/@iconloom/sprite.svg');
  },
  async 'vite-plugin-svg-icons-ng'(root) {
    const { createSvgIconsPlugin } = await import('vite-plugin-svg-icons-ng');
    const get = await serve(root, [
      createSvgIconsPlugin({ iconDirs: [join(root, 'icons')], htmlMode: 'inline' }),
    ]);
    return get('/');
  },
};

let server;
const marks = {};

function mark(name) {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // Since the process began.
  marks[name] = { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000 };
}

async function serve(root, plugins) {
  const { createServer } = await import('vite');
  server = await createServer({
    ...{ root, plugins, configFile: false, logLevel: 'error' },
    server: { host: '127.0.0.1', port: 0, ws: false },
  });
  await server.listen();
  mark('listening');
  const origin = server.resolvedUrls.local[0].replace(/\/$/, '');
  const get = async (path) => (await fetch(origin + path)).text();
  await get('/');
  await get('/src/main.js');
  mark('page');
  return get;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    icons: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '7' },
    peer: { type: 'boolean', default: true },
  },
});
const [first, root, dist] = positionals;
if (first in STARTS) {
  const served = (await STARTS[first](root, dist)) ?? '';
  mark('icons');
  const count = served.split('<symbol').length - 1;
  console.log(JSON.stringify({ count, marks }));
  // A session writes its cache when it is idle or closed.
  await server.close();
  process.exit();
}

const count = Number(options.icons);
const folder = mkdtempSync(join(tmpdir(), 'iconloom-dev-start-'));
mkdirSync(join(folder, 'icons'));
mkdirSync(join(folder, 'src'));
const sources = [LUCIDE, ...['outline', 'filled'].map((style) => join(TABLER, style))].flatMap(
  (set) => {
    const prefix = set === LUCIDE ? '' : `${basename(set)}-`;
    const files = readdirSync(set).filter((name) => name.endsWith('.svg'));
    return files.map((name) => ({ path: join(set, name), name: prefix + name }));
  },
);
for (const { path, name } of sources.slice(0, count)) cpSync(path, join(folder, 'icons', name));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(join(folder, 'index.html'), '<html><head></head><body></body></html>');
writeFileSync(join(folder, 'src/main.js'), 'export const page = 1;\n');
const cache = join(folder, 'cache');

function start(name, distFolder = '') {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [import.meta.filename, name, folder, distFolder],
    { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache } },
  );
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const results = new Map();
function note(label, result) {
  results.set(label, [...(results.get(label) ?? []), result]);
}
const dists = [DIST, ...positionals.map((path) => resolve(path))];
for (let round = 0; round < Number(options.rounds); round += 1) {
  note('vite alone', start('vite'));
  if (options.peer) note('vite-plugin-svg-icons-ng', start('vite-plugin-svg-icons-ng'));
  for (const each of dists) {
    const label = each === DIST ? 'iconloom' : `iconloom of ${basename(dirname(each))}`;
    for (const path of [cache, join(folder, 'node_modules'), join(folder, 'src/iconloom.d.ts')]) {
      rmSync(path, { recursive: true, force: true });
    }
    note(`${label}, cold`, start('iconloom', each));
    note(`${label}, warm`, start('iconloom', each));
  }
}
rmSync(folder, { recursive: true });

const sorted = (numbers) => numbers.sort((a, b) => a - b);
const figure = (all, name, key) => {
  const numbers = sorted(all.map(({ marks }) => marks[name][key]));
  return `${numbers[0].toFixed(0)} / ${numbers[Math.floor(numbers.length / 2)].toFixed(0)}`;
};
console.log(
  `${count} icons, ${options.rounds} rounds; ms since the process began, minimum / median`,
);
const rows = [...results].map(([label, all]) => [
  label,
  String(all[0].count),
  ...['listening', 'page', 'icons'].flatMap((name) => [
    figure(all, name, 'wall'),
    figure(all, name, 'cpu'),
  ]),
]);
const head = ['', 'symbols', 'listening, wall', 'CPU', 'page, wall', 'CPU', 'icons, wall', 'CPU'];
for (const row of [head, ['---', ...Array(7).fill('---:')], ...rows]) {
  console.log(`| ${row.join(' | ')} |`);
}
