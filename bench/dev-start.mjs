// CPU and wall time until Vite's development server has served 300 icons, compared with
// vite-plugin-svg-icons-ng. Each start is a separate process; the tools take turns.
// node bench/dev-start.mjs [rounds]   (after npm run build and npm ci --prefix bench)
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ICONS = 300;
const SET = fileURLToPath(new URL('../node_modules/lucide-static/icons/', import.meta.url));

/** Starts a server in this process and requests what a page with icons requests. */
const STARTS = {
  async vite(root) {
    await serve(root, []);
  },
  async iconloom(root) {
    const { default: icons } = await import('../dist/plugin/adapters/vite.js');
    const get = await serve(root, icons({ inputs: 'icons', dts: false }));
    const code = await get('/@id/virtual:iconloom');
    const [path] = /\/@iconloom\/sprite\.svg/.exec(`${code}/@iconloom/sprite.svg`);
    return get(path);
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

async function serve(root, plugins) {
  const { createServer } = await import('vite');
  server = await createServer({
    ...{ root, plugins, configFile: false, logLevel: 'error' },
    server: { host: '127.0.0.1', port: 0, ws: false },
  });
  await server.listen();
  const origin = server.resolvedUrls.local[0].replace(/\/$/, '');
  const get = async (path) => (await fetch(origin + path)).text();
  await get('/');
  await get('/src/main.js');
  return get;
}

const [first, root] = process.argv.slice(2);
if (first in STARTS) {
  const begin = performance.now();
  const served = (await STARTS[first](root)) ?? '';
  const wall = performance.now() - begin;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const count = served.split('<symbol').length - 1;
  console.log(JSON.stringify({ wall, cpu: (userCPUTime + systemCPUTime) / 1000, count }));
  // A session writes its cache when it is idle or closed.
  await server.close();
  process.exit();
}

const rounds = Number(first ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'iconloom-dev-start-'));
mkdirSync(join(folder, 'icons'));
mkdirSync(join(folder, 'src'));
for (const name of readdirSync(SET).slice(0, ICONS)) {
  cpSync(join(SET, name), join(folder, 'icons', name));
}
writeFileSync(join(folder, 'index.html'), '<html><head></head><body></body></html>');
writeFileSync(join(folder, 'src/main.js'), 'export const page = 1;\n');
const cache = join(folder, 'cache');

function start(name) {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, name, folder], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const results = new Map();
function note(label, { wall, cpu, count }) {
  const all = results.get(label) ?? [];
  results.set(label, [...all, { wall, cpu, count }]);
}
for (let round = 0; round < rounds; round += 1) {
  note('vite alone', start('vite'));
  note('vite-plugin-svg-icons-ng', start('vite-plugin-svg-icons-ng'));
  rmSync(cache, { recursive: true, force: true });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  note('iconloom, cold', start('iconloom'));
  note('iconloom, warm', start('iconloom'));
}
rmSync(folder, { recursive: true });

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const reference = results.get('vite-plugin-svg-icons-ng');
for (const [label, all] of results) {
  const [cpu, wall] = ['cpu', 'wall'].map((key) => median(all.map((each) => each[key])));
  const ratios = ['cpu', 'wall'].map((key) =>
    median(all.map((each, index) => each[key] / reference[index][key])).toFixed(2),
  );
  console.log(
    `${label}: ${all[0].count} symbols, CPU ${cpu.toFixed(0)} ms (${ratios[0]}), wall ${wall.toFixed(0)} ms (${ratios[1]})`,
  );
}
