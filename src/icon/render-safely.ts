import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { InitInput, ResvgRenderOptions } from '@resvg/resvg-wasm';

/**
 * resvg ends the whole process where a group that is drawn in a layer of its own lies far outside
 * the picture (seen with 2.6.2 and `opacity`, and with `<use>` of a symbol, which clips). As
 * WebAssembly it throws instead, but takes several times as long, so it is for drawings that have
 * layers only.
 */
const LAYER =
  /(?<![-\w])(opacity|filter|mask|clip-path|isolation|mix-blend-mode)\b|<!ENTITY|<(?:[\w.-]+:)?(symbol|marker|pattern|image|feImage)\b/i;
/** Clipped like a symbol. */
const NESTED = /<(?:[\w.-]+:)?svg\b[\s\S]*<(?:[\w.-]+:)?svg\b/i;

export function needsCare(svg: string): boolean {
  return LAYER.test(svg) || NESTED.test(svg);
}

type Package = typeof import('@resvg/resvg-wasm');
type Resvg = InstanceType<Package['Resvg']>;

/**
 * One renderer for all drawings, until it fails. Then its memory is in no known state: the stack is
 * never taken back, and after some 1,500 failures it writes over everything else, so that drawings
 * after it fail as well, or never end.
 */
let renderer: Promise<Package> | undefined;

/** Renders without a system's fonts: text is left out. Throws where the renderer fails. */
export async function renderSafely(
  svg: string,
  options: ResvgRenderOptions,
): Promise<{ width: number; height: number; pixels: Buffer; asPng: () => Promise<Buffer> }> {
  return draw(svg, options, (resvg) => {
    const image = resvg.render();
    const { width, height } = image;
    const pixels = Buffer.from(image.pixels);
    image.free();
    // Rendered again when it is asked for: hardly any picture is ever shown.
    const asPng = () => draw(svg, options, (again) => Buffer.from(again.render().asPng()));
    return { width, height, pixels, asPng };
  });
}

async function draw<T>(
  svg: string,
  options: ResvgRenderOptions,
  take: (resvg: Resvg) => T,
): Promise<T> {
  renderer ??= load();
  const { Resvg } = await renderer;
  try {
    const resvg = new Resvg(svg, options);
    const taken = take(resvg);
    resvg.free();
    return taken;
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') renderer = undefined;
    throw error;
  }
}

/** Node has it, but its types come with those of browsers only. */
const { WebAssembly: WASM } = globalThis as unknown as {
  WebAssembly: { compile: (bytes: Uint8Array) => Promise<Awaited<InitInput>> };
};

const require = createRequire(import.meta.url);
let code: Promise<Awaited<InitInput>> | undefined;

/** Its package holds one instance and never another, so a new one needs the package anew. */
async function load(): Promise<Package> {
  const name = require.resolve('@resvg/resvg-wasm');
  delete require.cache[name];
  const loaded: Package = require(name);
  code ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) =>
    WASM.compile(bytes),
  );
  await loaded.initWasm(await code);
  return loaded;
}
