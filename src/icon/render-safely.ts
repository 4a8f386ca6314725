import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';

/**
 * resvg ends the whole process where a group that is drawn in a layer of its own lies far outside
 * the picture (seen with 2.6.2 and `opacity`). As WebAssembly it throws instead, but takes several
 * times as long, so it is for drawings that have layers only.
 */
const LAYER = /(?<![-\w])(opacity|filter|mask|clip-path|isolation|mix-blend-mode)\b|<!ENTITY/i;

export function needsCare(svg: string): boolean {
  return LAYER.test(svg);
}

/** The renderer is one for the process: its package takes its code once only. */
let ready: Promise<void> | undefined;

/** Renders without a system's fonts: text is left out. Throws where the renderer fails. */
export async function renderSafely(
  svg: string,
  options: ResvgRenderOptions,
): Promise<{ width: number; height: number; pixels: Buffer; asPng: () => Buffer }> {
  ready ??= load();
  await ready;
  const image = new Resvg(svg, options).render();
  const { width, height } = image;
  const pixels = Buffer.from(image.pixels);
  image.free();
  // Rendered again when it is asked for: hardly any picture is ever shown.
  const asPng = () => Buffer.from(new Resvg(svg, options).render().asPng());
  return { width, height, pixels, asPng };
}

async function load(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(path));
}
