import { readFileSync } from 'node:fs';
import type { Coverage } from '../../src/catalog/visual-similarity.ts';
import { renderInThisProcess } from '../../src/icon/verify/render.ts';

/** What somebody drew with a mouse, in px of a pad of 300 × 300: `x,y x,y …` for each stroke. */
export interface Sketch {
  readonly name: string;
  readonly strokes: readonly string[];
  /** Names of the icons that are meant, by set. */
  readonly tabler: readonly string[];
  readonly lucide: readonly string[];
}

const file = new URL('../fixtures/sketches.json', import.meta.url);
const drawn: Record<string, Omit<Sketch, 'name'>> = JSON.parse(readFileSync(file, 'utf8'));

export const sketches: readonly Sketch[] = Object.entries(drawn).map(([name, sketch]) => ({
  name,
  ...sketch,
}));

/** A sketch as a drawing, with a pen of the width given, in px. */
export function sketchDrawing({ strokes }: Sketch, pen = 14): string {
  const lines = strokes.map((points) => `<polyline points="${points}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 -40 380 380" fill="none" stroke="#000" stroke-width="${pen}" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`;
}

/** Rendered in a square of 64 px. */
export async function coverageOfDrawing(svg: string): Promise<Coverage> {
  const { pixels } = await renderInThisProcess(svg, { side: 64, isWide: true, hasText: false });
  return {
    side: 64,
    values: Uint8Array.from({ length: 64 * 64 }, (_, i) => pixels[i * 4 + 3] ?? 0),
  };
}
