import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';
import { type Temporary, temporariesOf, temporaryPath } from './temporary.ts';

/**
 * Files that earlier builds wrote into a folder: those that its manifest lists, and those that
 * builds got to write before they were killed. Paths below the folder; empty where there is no
 * manifest or it is not ours.
 */
export function lastBuild(out: string): readonly string[] {
  const manifest = join(out, MANIFEST_FILE);
  const files = new Set(filesIn(manifest));
  for (const temporary of temporariesOf(manifest)) {
    for (const file of writtenBefore(temporary, out)) files.add(file);
  }
  return [...files];
}

/** Whether the folder has a `manifest.json` that no build of ours wrote. */
export function hasForeignManifest(out: string): boolean {
  const text = readEnds(join(out, MANIFEST_FILE))?.head;
  // Not parsed: one of ours with the marks of a merge conflict is still ours.
  return text !== undefined && !OURS.test(text);
}

/**
 * The manifest is the last to be written and the last to be replaced. So where it waits under its
 * temporary name, its build was killed, and had replaced what waits no longer.
 */
function writtenBefore({ path, token }: Temporary, out: string): readonly string[] {
  return filesIn(path).filter((file) => !existsSync(temporaryPath(join(out, file), token)));
}

function filesIn(path: string): readonly string[] {
  const ends = readEnds(path);
  if (!ends || !OURS.test(ends.head)) return [];
  // They stand at its end, and all of a large one takes longer to read than the rest of a build.
  const start = ends.tail.lastIndexOf('"files"');
  const files: unknown = filesOf(start < 0 ? ends.all() : `{${ends.tail.slice(start)}`);
  return Array.isArray(files) ? files.filter(isBelow) : [];
}

const OURS = /"generator"\s*:\s*"iconloom"/;
/** Bytes at the beginning and at the end of a manifest that are read first. */
const END = 65_536;

function filesOf(text: string): unknown {
  try {
    return (JSON.parse(text) as Partial<Manifest>).files;
  } catch {
    return undefined;
  }
}

/** The ends of a text, or `undefined` where there is none that can be read. */
function readEnds(
  path: string,
): { readonly head: string; readonly tail: string; readonly all: () => string } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const [head, tail] = [Buffer.alloc(Math.min(END, size)), Buffer.alloc(Math.min(END, size))];
    readSync(file, head, 0, head.length, 0);
    readSync(file, tail, 0, tail.length, size - tail.length);
    const all = () => readFileSync(path, 'utf8');
    return { head: head.toString(), tail: tail.toString(), all };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A manifest that was tampered with must not lead us out of the folder. */
function isBelow(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || isAbsolute(path)) return false;
  return !/(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(path);
}
