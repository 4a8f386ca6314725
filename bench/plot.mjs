/**
 * Plots lines with two logarithmic axes.
 *
 * @param {{ name: string, points: { x: number, y: number }[] }[]} lines
 * @param {{ x: string, y: string }} axes labels
 * @returns {string} an SVG
 */
export function plot(lines, axes) {
  const [width, height, left, bottom, top, right] = [760, 420, 60, 40, 20, 210];
  const all = lines.flatMap(({ points }) => points);
  const range = (values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return [Math.log10(least / 1.2), Math.log10(most * 1.2)];
  };
  const [x0, x1] = range(all.map(({ x }) => x));
  const [y0, y1] = range(all.map(({ y }) => y));
  const px = (x) => left + ((Math.log10(x) - x0) / (x1 - x0)) * (width - left - right);
  const py = (y) => height - bottom - ((Math.log10(y) - y0) / (y1 - y0)) * (height - top - bottom);
  const color = (index) => `hsl(${Math.round((index * 360) / lines.length)} 70% 42%)`;
  const ticks = (from, to) =>
    [-2, -1, 0, 1, 2, 3, 4, 5, 6]
      .flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
      .filter((value) => Math.log10(value) >= from && Math.log10(value) <= to);
  const grid = [
    ...ticks(x0, x1).map(
      (x) =>
        `<path d="M${px(x).toFixed(1)} ${top}V${height - bottom}"/><text x="${px(x).toFixed(1)}" y="${height - bottom + 16}" text-anchor="middle">${x}</text>`,
    ),
    ...ticks(y0, y1).map(
      (y) =>
        `<path d="M${left} ${py(y).toFixed(1)}H${width - right}"/><text x="${left - 6}" y="${(py(y) + 4).toFixed(1)}" text-anchor="end">${y}</text>`,
    ),
  ];
  // Labels are beside the ends of their lines and do not overlap.
  const ends = lines
    .map(({ name, points }, index) => ({ name, index, y: points.length ? py(points.at(-1).y) : 0 }))
    .filter(({ y }) => y > 0)
    .sort((a, b) => a.y - b.y);
  ends.forEach((end, at) => {
    end.y = Math.max(end.y, at > 0 ? ends[at - 1].y + 15 : top + 8);
  });
  const groups = ends.map(({ name, index, y }) => {
    const points = lines[index].points.map((p) => `${px(p.x).toFixed(1)},${py(p.y).toFixed(1)}`);
    const dots = points.map((point) => {
      const [cx, cy] = point.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="3"/>`;
    });
    return `<g stroke="${color(index)}" fill="${color(index)}"><polyline fill="none" stroke-width="2" points="${points.join(' ')}"/>${dots.join('')}<text stroke="none" x="${width - right + 8}" y="${(y + 4).toFixed(1)}">${name}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<g stroke="#ddd" fill="#555"><g stroke-width="1">${grid.join('\n').replaceAll('<text', '<text stroke="none"')}</g></g>
<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle" fill="#333">${axes.x}</text>
<text x="14" y="${height / 2}" text-anchor="middle" fill="#333" transform="rotate(-90 14 ${height / 2})">${axes.y}</text>
${groups.join('\n')}
</svg>
`;
}
