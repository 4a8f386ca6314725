import { readdirSync, readFileSync } from 'node:fs';
import { elementsOf } from '../../src/icon/source/element-tree.ts';
import { readElements } from '../../src/icon/source/source-elements.ts';
import { measureInk } from '../../src/lint/ink.ts';
import type { Ink, SourceElement } from '../../src/lint/types.ts';

/** An element of a drawing. Ours have no styles, so its attributes say all. */
interface OwnShape {
  readonly element: SourceElement;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A drawing of our own set. */
export interface OwnDrawing {
  readonly name: string;
  readonly svg: string;
  readonly root: Readonly<Record<string, string>>;
  readonly shapes: readonly OwnShape[];
  readonly category: string;
  readonly ink: Ink;
}

const FOLDER = new URL('../../icons/', import.meta.url);
const SQUARE = { x: 0, y: 0, width: 24, height: 24 };

export async function readOwnDrawings(): Promise<readonly OwnDrawing[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.svg'));
  return Promise.all(files.map((file) => readOwnDrawing(file.slice(0, -'.svg'.length))));
}

async function readOwnDrawing(name: string): Promise<OwnDrawing> {
  const svg = readFileSync(new URL(`${name}.svg`, FOLDER), 'utf8');
  const meta = JSON.parse(readFileSync(new URL(`${name}.meta.json`, FOLDER), 'utf8'));
  const ink = await measureInk(svg, SQUARE);
  if (!ink) throw new Error(`${name}.svg paints nothing.`);
  const [root, ...shapes] = [...elementsOf(readElements(svg).root)].map((element) => ({
    element,
    attributes: Object.fromEntries(element.attributes.map(({ name: key, value }) => [key, value])),
  }));
  return { name, svg, root: root?.attributes ?? {}, shapes, category: meta.category, ink };
}
