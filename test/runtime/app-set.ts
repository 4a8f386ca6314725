import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/index.ts';

const svg = (shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${shapes}</svg>`;

/** Drawings that tell by one pixel what became of them. */
const DRAWINGS: Readonly<Record<string, string>> = {
  // Its left half is filled, so a mirrored one is filled at the right.
  'arrow.svg': svg('<path d="M0 0h4v8H0z" fill="currentColor"/>'),
  'arrow.meta.json': '{ "directional": true, "aliases": ["back"] }',
  'box.svg': svg('<path d="M0 0h8v8H0z" fill="currentColor"/>'),
  'duo.svg': svg('<path d="M0 0h4v8H0z" fill="#111"/><path d="M4 0h4v8H4z" fill="#222"/>'),
  'duo.meta.json': '{ "color": "variables" }',
};

/** A small set, built. */
export interface AppSet {
  /** Path of its `icons.js`. */
  readonly icons: string;
  readonly sprite: string;
  remove(): void;
}

/** @param base URL of the folder that the sprite is served from */
export async function buildAppSet(base: string): Promise<AppSet> {
  const cwd = mkdtempSync(join(tmpdir(), 'iconloom-set-'));
  mkdirSync(join(cwd, 'icons'));
  for (const [file, text] of Object.entries(DRAWINGS)) {
    writeFileSync(join(cwd, 'icons', file), text);
  }
  await build({ inputs: 'icons', out: 'out', base, cache: false }, { cwd });
  return {
    icons: join(cwd, 'out', 'icons.js'),
    sprite: readFileSync(join(cwd, 'out', 'sprite.svg'), 'utf8'),
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  };
}
