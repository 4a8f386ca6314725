/**
 * Builds single icons while their renderer fails: killed at a random moment, short of memory, or
 * given a source that crashes it or never ends. Prints the result of each kind of build.
 *
 * node bench/broken-renderer.mjs [--builds 200]
 */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';

const { values } = parseArgs({ options: { builds: { type: 'string', default: '200' } } });
const builds = Number(values.builds);
const bin = resolve(import.meta.dirname, '../dist/cli/bin.js');
const scratch = mkdtempSync(join(tmpdir(), 'iconloom-broken-'));
const svgOf = (content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>`;
const blurs = (count) =>
  svgOf(
    `<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>${'<path filter="url(#f)" opacity=".5" d="M2 2h20v20z"/>'.repeat(count)}`,
  );
const CRASHING = [
  svgOf('<g opacity=".5"><path d="M0 10l24 4c-2-.1-6.2-.3e9-.3-3.4z"/></g>'),
  svgOf('<g opacity=".5"><path d="M-300000000 0h600000000v9z"/></g>'),
  svgOf('<g transform="scale(1e9)" opacity=".5"><path d="M0 0h9v9z"/></g>'),
  svgOf(
    '<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="2000000000"/></filter><path filter="url(#f)" d="M0 0h9v9z"/>',
  ),
  svgOf(
    '<filter id="f" x="-9e3" y="-9e3" width="2e4" height="2e4"><feMorphology radius="99"/></filter><path filter="url(#f)" d="M0 0h9v9z"/>',
  ),
  svgOf('<path stroke="red" stroke-dasharray=".0000001" d="M0 0h24"/>'),
];

/** Actions on the renderer's process once it runs; none for sources that crash it themselves. */
const KINDS = {
  killed: { share: 0.5, source: () => blurs(400), act: (pid) => process.kill(pid, 'SIGKILL') },
  'short of memory': {
    share: 0.3,
    source: () => blurs(400),
    act: (pid) => promisify(execFile)('prlimit', ['--pid', String(pid), `--as=${1 << 26}`]),
  },
  'crashed by its source': { share: 0.2, source: (at) => CRASHING[at % CRASHING.length] },
};

function rendererOf(parent) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parentPid = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1];
      if (Number(parentPid) !== parent) continue;
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('render-child')) return Number(pid);
    } catch {
      // The process has ended since.
    }
  }
  return undefined;
}

async function build(kind, at) {
  const folder = join(scratch, String(at));
  mkdirSync(join(folder, 'icons'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'icons/broken.svg'), kind.source(at));
  writeFileSync(join(folder, 'icons/whole.svg'), svgOf('<path d="M2 2h9v9z"/>'));
  const child = spawn(process.execPath, [bin, 'build', '--json'], { cwd: folder });
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  let isHit = !kind.act;
  let isDone = false;
  const ended = new Promise((done) => {
    child.on('exit', (code, signal) => {
      isDone = true;
      done(signal ?? code);
    });
  });
  while (!isHit && !isDone) {
    const pid = rendererOf(child.pid);
    if (pid === undefined) {
      await new Promise((done) => setTimeout(done, 2));
      continue;
    }
    await new Promise((done) => setTimeout(done, Math.random() * 300));
    try {
      await kind.act(pid);
      isHit = true;
    } catch {
      break;
    }
  }
  const code = await ended;
  rmSync(folder, { recursive: true });
  const { diagnostics = [] } = JSON.parse(text || '{}');
  const codes = diagnostics.filter(({ file }) => file?.includes('broken')).map((each) => each.code);
  return { isHit, ended: `exit ${code}, ${[...new Set(codes)].join(' ') || 'no diagnostic'}` };
}

let at = 0;
for (const [name, kind] of Object.entries(KINDS)) {
  const ends = new Map();
  let hits = 0;
  const count = Math.round(builds * kind.share);
  for (let done = 0; done < count; done++) {
    const { isHit, ended } = await build(kind, at++);
    if (isHit) hits += 1;
    ends.set(ended, (ends.get(ended) ?? 0) + 1);
  }
  console.log(`${name}: ${count} builds, ${hits} hit`);
  for (const [end, number] of ends) console.log(`  ${number} × ${end}`);
}
rmSync(scratch, { recursive: true });
