/**
 * Builds the hostile vectors with iconloom, svg-sprite and svgstore after svgo, each with its
 * defaults, and counts the sprites for which Chromium runs a script, sends a request, changes the
 * page or adds text.
 *
 * npm ci --prefix bench && node bench/hostile.mjs
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createJiti } from 'jiti';
import SVGSpriter from 'svg-sprite';
import { optimize } from 'svgo';
import svgstore from 'svgstore';
import { transformIcon } from '../dist/index.js';

const { openLab } = await createJiti(import.meta.url).import('../test/browser/hostile-lab.ts');
const folder = new URL('../test/fixtures/hostile/', import.meta.url);

const TOOLS = {
  iconloom: async (name, svg) => {
    const { symbol } = await transformIcon(svg, { id: name });
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbol}</svg>`;
  },
  'svg-sprite': async (name, svg) => {
    const spriter = new SVGSpriter({ log: false, mode: { symbol: true } });
    spriter.add(`/${name}.svg`, `${name}.svg`, svg);
    const { result } = await spriter.compileAsync();
    return result.symbol.sprite.contents.toString();
  },
  'svgo + svgstore': async (name, svg) =>
    svgstore()
      .add(name, optimize(svg, { multipass: true }).data)
      .toString(),
};

/** Kinds of findings. */
const KINDS = [
  ['runs a script', /^ran /],
  ['sends a request', /^went to|^leak /],
  ['changes the page', /^changes the page: (?!text)/],
  ['adds text', /^changes the page: text|readers are told/],
];

const vectors = readdirSync(folder).map((file) => ({
  name: file.replace(/\.svg$/, ''),
  svg: readFileSync(new URL(file, folder), 'utf8'),
}));
const lab = await openLab();
for (const [tool, build] of Object.entries(TOOLS)) {
  const sprites = [];
  for (const { name, svg } of vectors) {
    const sprite = await build(name, svg).catch(() => undefined);
    if (sprite) sprites.push({ name, sprite });
  }
  const found = new Map();
  for (const mode of ['open', 'inline']) {
    for (const [name, flaws] of await lab[mode](sprites)) {
      found.set(name, [...(found.get(name) ?? []), ...flaws]);
    }
  }
  const all = [...found].filter(([, flaws]) => flaws.length > 0);
  const counts = KINDS.map(([kind, pattern]) => {
    const hit = all.filter(([, flaws]) => flaws.some((flaw) => pattern.test(flaw)));
    return `${kind} ${hit.length}`;
  });
  const secret = sprites.filter(({ sprite }) => sprite.includes('SECRET'));
  console.log(
    `${tool}: ${vectors.length} vectors, ${sprites.length} built, ${counts.join(', ')}, with private words ${secret.length}, any ${new Set([...all.map(([name]) => name), ...secret.map(({ name }) => name)]).size}`,
  );
}
await lab.close();
