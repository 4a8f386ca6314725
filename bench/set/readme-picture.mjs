import { caption, place } from './compose.mjs';

const COLUMNS = 8;
const [WIDTH, HEIGHT] = [104, 76];
const SIZE = 32;

/**
 * All icons with the names that lead, in the color scheme of the page.
 *
 * @param {import('./drawings.mjs').Drawing[][]} families
 */
export function readmePicture(families) {
  const drawings = families.flat();
  const height = Math.ceil(drawings.length / COLUMNS) * HEIGHT;
  const cells = drawings.map(({ name, svg, meta: { displayName = name } }, index) => {
    const x = (index % COLUMNS) * WIDTH + WIDTH / 2;
    const y = Math.floor(index / COLUMNS) * HEIGHT + 12;
    const drawing = place(svg, x - SIZE / 2, y, SIZE);
    return `${drawing}\n${caption(displayName, x, y + SIZE + 18, { size: 11 })}`;
  });
  const size = `width="${COLUMNS * WIDTH}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * WIDTH} ${height}" ${size}>
<title>The ${drawings.length} icons of the set</title>
<style>:root{color:#1f2328}@media (prefers-color-scheme:dark){:root{color:#f0f6fc}}</style>
${cells.join('\n')}
</svg>
`;
}
