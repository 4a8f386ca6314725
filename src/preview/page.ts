import { readFile } from 'node:fs/promises';
import type { Answer } from './answer.ts';

/** The catalog's page for servers, as it is bundled with the package. */
const FOLDER = new URL('../catalog/', import.meta.url);

/** All that belongs to the page; nothing else of the folder is told. */
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '': ['live.html', 'text/html; charset=utf-8'],
  'live.js': ['live.js', 'text/javascript; charset=utf-8'],
  'live.css': ['live.css', 'text/css; charset=utf-8'],
};

/** A file of the page. */
export async function pageFile(path: string): Promise<Answer | undefined> {
  const [file, type] = (Object.hasOwn(FILES, path) ? FILES[path] : undefined) ?? [];
  if (file === undefined || type === undefined) return undefined;
  return { type, body: await readFile(new URL(file, FOLDER)) };
}
