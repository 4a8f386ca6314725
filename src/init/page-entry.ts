import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCall } from '../edit/add-call.ts';
import { type Example, relativeImport } from './example.ts';
import type { SetupChoice, SetupFile } from './model.ts';
import type { ProjectInfo } from './project.ts';

/** Entry script of a page, and its change. */
export interface PageEntry {
  /** Path relative to the project. */
  readonly file: string;
  /** `undefined` if the script shows the example already. */
  readonly change: SetupFile | undefined;
}

/**
 * Adds the example to the entry script of the project's page; `undefined` if there is no such
 * script, or a change is not certain to be right.
 */
export async function addExampleToEntry(
  project: ProjectInfo,
  { bundler, platform }: SetupChoice,
  { file: example, show }: Example,
): Promise<PageEntry | undefined> {
  // Other bundlers and platforms have no fixed place for the page and its scripts.
  if (!show || bundler !== 'vite' || platform) return undefined;
  const file = findPageEntry(project);
  if (file === undefined || file === example) return undefined;
  const before = readFileSync(join(project.folder, file), 'utf8');
  if (before.includes(show.call)) return { file, change: undefined };
  // An existing file may be unrelated and export nothing.
  if (project.has(example)) return undefined;
  const from = relativeImport(file, example);
  const contents = await addCall(before, { imported: show.imported, from, code: show.call });
  if (contents === undefined) return undefined;
  const change = { path: file, status: 'edit', about: 'shows the example' } as const;
  return { file, change: { ...change, contents, before } };
}

/** Finds the only module that the page loads. */
function findPageEntry({ folder, has }: ProjectInfo): string | undefined {
  if (!has('index.html')) return undefined;
  const html = readFileSync(join(folder, 'index.html'), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const sources = [...html.matchAll(/<script\b([^>]*)>/gi)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => /\btype\s*=\s*["']?module\b/i.test(attributes))
    .flatMap((attributes) => /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? []);
  const [source = ''] = sources;
  const file = source.replace(/^\.?\//, '');
  const isLocal = sources.length === 1 && /^[\w.-]+(\/[\w.-]+)*\.[cm]?[jt]sx?$/.test(file);
  return isLocal && !file.includes('..') && existsSync(join(folder, file)) ? file : undefined;
}
