import { transformPrecise } from '../../src/icon/precision/transform-precise.ts';

/** An icon with oblique edges and three digits. */
const HEART =
  'M12 20.727C7.318 16.891 3.273 13.364 3.273 9.318a4.636 4.636 0 0 1 8.727-2.182 4.636 4.636 0 0 1 8.727 2.182c0 4.046-4.045 7.573-8.727 11.409z';

/** Panels: side of the visible square in units, its corner, and the zoom of an icon of 24 px. */
const PANELS = [
  { zoom: 8, corner: [0, 0] },
  { zoom: 64, corner: [10.5, 5.9] },
  { zoom: 256, corner: [11.65, 6.8] },
] as const;

const SIDE = 192;
const GAP = 16;

/** Draws a source, and above it what `precision: 'auto'` builds from it, at several zooms. */
export async function precisionFigure(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${HEART}"/></svg>`;
  const { value } = await transformPrecise({ svg, options: { id: 'heart' }, verification: false });
  const built = /\sd="([^"]*)"/.exec(value?.plainSymbol ?? '')?.[1] ?? '';
  const panels = PANELS.map(({ zoom, corner }, index) => {
    const x = GAP + index * (SIDE + GAP);
    const side = SIDE / zoom;
    const viewBox = [...corner, side, side].join(' ');
    return `<svg x="${x}" y="${GAP}" width="${SIDE}" height="${SIDE}" viewBox="${viewBox}"><path fill="#f43f5e" d="${HEART}"/><path fill="#0f172a" fill-opacity=".8" d="${built}"/></svg>
<text x="${x + SIDE / 2}" y="${SIDE + 2.5 * GAP}">${zoom} ×</text>`;
  });
  const width = GAP + PANELS.length * (SIDE + GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${SIDE + 3.5 * GAP}" font-family="system-ui, sans-serif" font-size="14" text-anchor="middle">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}
