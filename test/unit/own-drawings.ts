import { readdirSync, readFileSync } from 'node:fs';
import { nodesOf, type Point } from './path-nodes.ts';

/** An element of a drawing. Our drawings are plain enough to be read without a parser. */
export interface Shape {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A drawing of our own set. */
export interface OwnDrawing {
  readonly name: string;
  readonly svg: string;
  readonly root: Readonly<Record<string, string>>;
  readonly shapes: readonly Shape[];
  readonly category: string;
}

const FOLDER = new URL('../../icons/', import.meta.url);

export function readOwnDrawings(): OwnDrawing[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => {
      const name = file.slice(0, -'.svg'.length);
      const svg = readFileSync(new URL(file, FOLDER), 'utf8');
      const meta = JSON.parse(readFileSync(new URL(`${name}.meta.json`, FOLDER), 'utf8'));
      const [root, ...shapes] = [...svg.matchAll(/<(\w+)([^>]*)>/g)].map(
        ([, element = '', rest = '']) => ({ element, attributes: attributesOf(rest) }),
      );
      return { name, svg, root: root?.attributes ?? {}, shapes, category: meta.category };
    });
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** What a person drags when editing: nodes of paths, corners of rectangles, middles of circles. */
export function handlesOf({ element, attributes }: Shape): readonly Point[] {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  if (element === 'path') return nodesOf(attributes.d ?? '');
  if (element === 'circle') return [[number('cx'), number('cy')]];
  const [x, y] = [number('x'), number('y')];
  return [
    [x, y],
    [x + number('width'), y + number('height')],
  ];
}
