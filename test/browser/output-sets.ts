import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Icon, type UserConfig } from '../../src/index.ts';
import type { Subject } from './studio.ts';

const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Longer side of every icon in the pictures, in px. */
export const SIDE = 48;

/** Icons and what was built of them. */
export interface OutputSet {
  readonly icons: readonly Icon[];
  readonly names: readonly string[];
  /** Source files by name. */
  readonly sources: ReadonlyMap<string, string>;
  /** Built files by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Our own icons and 300 brand marks, many of them wide and in several colors. */
export async function buildOutputSet(config: UserConfig): Promise<OutputSet> {
  const collection = '@iconify-json/logos';
  const json = JSON.parse(
    readFileSync(`${ROOT}node_modules/${collection}/icons.json`, 'utf8'),
  ) as IconifyJson;
  const all = Object.keys(json.icons).sort();
  const sample = all.filter((_, index) => index % Math.floor(all.length / 300) === 0).slice(0, 300);
  const { icons, files } = await build(
    { ...config, inputs: ['icons', { from: collection, icons: sample, folder: 'logos' }] },
    { dryRun: true, cwd: ROOT },
  );
  const sources = icons.map(({ name, source: { file } }) => {
    const entry = file.split('#')[1];
    return [name, entry === undefined ? ownSource(file) : entryOf(json, entry)] as const;
  });
  return {
    icons,
    names: icons.map(({ name }) => name),
    sources: new Map(sources),
    files: new Map(files.map(({ path, contents }) => [path, contents])),
  };
}

interface IconifyJson {
  readonly width?: number;
  readonly height?: number;
  readonly icons: Readonly<
    Record<string, { body: string; left?: number; top?: number; width?: number; height?: number }>
  >;
}

function ownSource(file: string): string {
  return readFileSync(ROOT + file, 'utf8');
}

function entryOf(json: IconifyJson, name: string): string {
  const entry = json.icons[name];
  if (!entry) throw new Error(`The collection has no icon '${name}'.`);
  const { left = 0, top = 0, width = json.width ?? 16, height = json.height ?? 16 } = entry;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${entry.body}</svg>`;
}

/** Box that an element fills. */
export function boxed(html: string): Subject {
  return { html, width: SIDE, height: SIDE };
}

/** Style of an element that fills its box and shows the icon as large as it fits. */
export const FILL: string = `width:${SIDE}px;height:${SIDE}px`;
