import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves a folder as it is, as any web server does. */
export function serveFolder(folder: string): Promise<Site> {
  const files = new Map<string, ServedFile>();
  for (const path of filesIn(folder)) {
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    files.set(`/${path}`, { type, body: readFileSync(join(folder, path)) });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return serve(files);
}

/** Paths of the files of a folder, relative to it and with slashes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
