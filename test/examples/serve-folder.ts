import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Site, serve } from '../browser/serve.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves a folder as it is, as any web server does: at each request, what is there then. */
export function serveFolder(folder: string): Promise<Site> {
  return serve({
    get(path) {
      const file = join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file) || !statSync(file).isFile()) return undefined;
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return { type, body: readFileSync(file) };
    },
  });
}

/** Paths of the files of a folder, relative to it and with slashes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
