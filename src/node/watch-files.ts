import { relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import fastGlob from 'fast-glob';
import globParent from 'glob-parent';
import type { ResolvedConfig } from '../config/types.ts';
import { isSame, type Signature, signatureOf } from './cache/signature.ts';
import { statsAt } from './files.ts';

/** What changed since the last time, for as long as it kept changing. */
export interface FileChanges {
  /** Absolute paths of files whose contents may have changed. */
  readonly changed: ReadonlySet<string>;
  /** Whether anything came or went, or what is said of drawings changed: all must be searched. */
  readonly isStructural: boolean;
}

/** A watch that goes on until it is closed. */
export interface FileWatch {
  readonly close: () => Promise<void>;
}

/** How long it must be quiet, in ms: after single changes, and while many come, as from git. */
const QUIET = { few: 4, many: 100 };
const MANY = 20;
/** For how long chokidar passes over a further change of the same file, in ms, and some more. */
const BLIND = 80;
/** How often to ask whether an input is still there, in ms: its own end is not told everywhere. */
const ROOTS = 500;

/** Tells of changes below the inputs of a build, once they are over. */
export async function watchFiles(
  config: ResolvedConfig,
  onChanges: (changes: FileChanges) => void,
): Promise<FileWatch> {
  const roots = rootsOf(config);
  const out = resolve(config.cwd, config.out);
  const watcher = watch([...roots], {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path, stats) =>
      isIgnored(path, roots, out) || (stats?.isFile() && !isRead(path)) === true,
  });

  let changed = new Set<string>();
  let isStructural = false;
  const timers = new Set<NodeJS.Timeout>();
  let quiet: NodeJS.Timeout | undefined;
  const note = (path: string, structural: boolean) => {
    changed.add(path);
    isStructural ||= structural;
    clearTimeout(quiet);
    quiet = setTimeout(tell, changed.size > MANY ? QUIET.many : QUIET.few);
  };
  const tell = () => {
    const told = changed;
    const changes = { changed: told, isStructural };
    changed = new Set();
    isStructural = false;
    const then = new Map([...told].map((path) => [path, signatureOf(path)]));
    const timer = setTimeout(() => {
      timers.delete(timer);
      for (const path of changedSince(then)) note(path, false);
    }, BLIND);
    timers.add(timer);
    onChanges(changes);
  };
  watcher.on('all', (event, path) => note(path, event !== 'change' || path.endsWith('.json')));
  // One that cannot be watched is told of when it is built.
  watcher.on('error', () => {});
  await new Promise<void>((done) => void watcher.once('ready', done));

  const nodes = new Map(roots.map((root) => [root, nodeOf(root)]));
  const asking = setInterval(() => {
    for (const root of roots) {
      const now = nodeOf(root);
      if (now === nodes.get(root)) continue;
      nodes.set(root, now);
      watcher.unwatch(root);
      watcher.add(root);
      note(root, true);
    }
  }, ROOTS);
  return {
    async close() {
      clearInterval(asking);
      clearTimeout(quiet);
      for (const timer of timers) clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** The folders and files in which the inputs of a build are looked for. */
function rootsOf({ inputs, cwd }: ResolvedConfig): readonly string[] {
  const paths = inputs
    // Packages change only when they are installed anew.
    .filter((input) => typeof input === 'string' && !input.startsWith('!'))
    .map(String)
    .map((input) => resolve(cwd, fastGlob.isDynamicPattern(input) ? globParent(input) : input));
  return [...new Set(paths)];
}

/** As the search for drawings does: hidden files, packages, and what a build writes. */
function isIgnored(path: string, roots: readonly string[], out: string): boolean {
  if (path === out || path.startsWith(`${out}${sep}`)) return !roots.includes(path);
  return roots.every((root) => {
    const below = relative(root, path).split(sep);
    return below.some((part) => part === 'node_modules' || /^\.[^.]/.test(part));
  });
}

function isRead(path: string): boolean {
  return /\.(svg|meta\.json)$/i.test(path);
}

/** Paths of files that are no longer what they were. */
function changedSince(then: ReadonlyMap<string, Signature | undefined>): string[] {
  return [...then].flatMap(([path, before]) => {
    const now = signatureOf(path);
    return now === before || isSame(now, before) ? [] : [path];
  });
}

/** Number of the file system's node, which another of the same name does not have. */
function nodeOf(path: string): number | undefined {
  return statsAt(path)?.ino;
}
