import { resolve } from 'node:path';
import type SVGSpriter from 'svg-sprite';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Icon, OutputFile, Sprite } from '../core/types.ts';
import type { OutputFormat } from './format.ts';
import { NOTICE } from './notice.ts';
import { finishedSvg, standaloneSvg } from './svg.ts';

/** Layouts of svg-sprite and their uses. */
export const LAYOUTS = {
  css: 'a grid of icons for CSS backgrounds',
  view: 'the same grid with a <view> for each icon, for <img src="…#name">',
  defs: 'nested <svg> elements in <defs>, for <use>',
  stack: 'icons on top of each other, the one in the URL shown, for <img>, background and mask',
} as const;

export type Layout = keyof typeof LAYOUTS;

/** Languages of the stylesheets, by file extension. */
export const STYLES = ['css', 'scss', 'less', 'styl'] as const;

export type Style = (typeof STYLES)[number];

/** Options of the layouts. */
export interface LayoutOptions {
  readonly layouts: readonly Layout[];
  readonly styles: readonly Style[];
  /** Prefix of ids and classes; without one, classes get `icon-`. */
  readonly prefix: string;
}

/**
 * Sprites in other layouts, each `sprite-<layout>.svg` with a stylesheet per language.
 * The icons are finished: svg-sprite places them and changes nothing.
 */
async function emitLayouts(sprite: Sprite, options: LayoutOptions): Promise<readonly OutputFile[]> {
  const { layouts } = options;
  if (layouts.length === 0 || sprite.icons.length === 0) return [];
  if (!sprite.icons.some(animatesPlain)) return layOut(sprite, options, finishedSvg);
  // An image in an image stays at the first frame of an animation (Chromium 156).
  const svgAsImage = (icon: Icon) =>
    animatesPlain(icon) ? standaloneSvg(icon) : finishedSvg(icon);
  const inPages = { ...options, layouts: layouts.filter((layout) => layout === 'defs') };
  const asImages = { ...options, layouts: layouts.filter((layout) => layout !== 'defs') };
  const files = [
    ...(await layOut(sprite, inPages, finishedSvg)),
    ...(await layOut(sprite, asImages, svgAsImage)),
  ];
  const order = (path: string) =>
    layouts.findIndex((each) => path.startsWith(baseOf(sprite, each)));
  return files.sort((a, b) => order(a.path) - order(b.path));
}

/** Sprites of svg-sprite, beside the sprite. */
export const layoutsFormat: OutputFormat<LayoutOptions> = {
  name: 'layouts',
  folder: 'sprites',
  open: (options) =>
    options.layouts.length === 0
      ? undefined
      : { add: (sprite) => emitLayouts(sprite, options), end: () => [] },
};

/** Checks if an icon has image form because of its animation. Text always has image form. */
function animatesPlain({ facts: { form, needs } }: Icon): boolean {
  return form === 'image' && needs.includes('animation') && !needs.includes('text');
}

async function layOut(
  sprite: Sprite,
  options: LayoutOptions,
  svgOf: (icon: Icon) => string,
): Promise<readonly OutputFile[]> {
  const { layouts, styles } = options;
  if (layouts.length === 0) return [];
  const Spriter = await loadSpriter();
  // svg-sprite computes paths against a folder; nothing is read from it or written to it.
  const folder = resolve('/iconloom');
  const spriter = new Spriter({
    dest: folder,
    shape: SHAPE,
    svg: SVG,
    mode: modes(sprite, options),
  });
  for (const icon of sprite.icons) {
    const file = `${icon.id}.svg`;
    spriter.add(resolve(folder, file), file, svgOf(icon));
  }
  const { result } = await spriter.compileAsync();
  return layouts.flatMap((layout) => {
    const { sprite: svg, ...sheets } = result[layout] as Record<string, { contents: Buffer }>;
    return [
      { path: fileOf(sprite, layout, 'svg'), contents: String(svg?.contents) },
      ...styles.map((style) => ({
        path: fileOf(sprite, layout, style),
        contents: `/* ${NOTICE} */\n\n${String(sheets[style]?.contents).trim()}\n`,
      })),
    ];
  });
}

/** @throws {BuildError} if svg-sprite is not installed; it is an optional peer dependency. */
async function loadSpriter(): Promise<typeof SVGSpriter> {
  try {
    const { default: Spriter } = await import('svg-sprite');
    return Spriter;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new BuildError([diagnose('svg-sprite-missing', { file: 'configuration' })]);
  }
}

/** Keeps the natural size of icons. */
const SHAPE: SVGSpriter.Shape = {
  dimension: { maxWidth: 1e6, maxHeight: 1e6, precision: 3 },
  transform: [],
};

const SVG: SVGSpriter.Svg = {
  xmlDeclaration: false,
  doctypeDeclaration: false,
  namespaceIDs: false,
  namespaceClassnames: false,
  // In percent of the sheet: a millionth is below a pixel and prints the same everywhere.
  precision: 6,
};

function modes(sprite: Sprite, { layouts, styles, prefix }: LayoutOptions): SVGSpriter.Mode {
  return Object.fromEntries(
    layouts.map((layout) => [
      layout,
      {
        dest: '.',
        sprite: fileOf(sprite, layout, 'svg'),
        prefix: prefix === '' ? '.icon-%s' : '.%s',
        dimensions: true,
        bust: false,
        // A box around icons of several sizes would shrink all but the largest.
        rootviewbox: haveOneSize(sprite),
        // A name per layout, since stylesheets of two layouts may be used on one page.
        mixin: `${sprite.name}-${layout}`,
        render: Object.fromEntries(
          styles.map((style) => [style, { dest: fileOf(sprite, layout, style) }]),
        ),
      },
    ]),
  );
}

function haveOneSize({ icons }: Sprite): boolean {
  return new Set(icons.map(({ facts }) => `${facts.width} ${facts.height}`)).size === 1;
}

function fileOf(sprite: Sprite, layout: Layout, extension: string): string {
  return baseOf(sprite, layout) + extension;
}

function baseOf({ name }: Sprite, layout: Layout): string {
  return `${name}-${layout}.`;
}
