import { deflateSync } from 'node:zlib';

/** A drawing that is small to write down and large to work on. */
export interface Bomb {
  readonly make: () => string | Uint8Array;
  /** Codes of which one must be told; '' where building it is fine, too. */
  readonly told: readonly string[];
}

const MEGA = 1_000_000;

function svg(body: string, attributes = '', before = ''): string {
  return `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${attributes}>${body}</svg>`;
}

function many(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

const SQUARE = '<path d="M4 4h16v16H4z"/>';
const TOO_LARGE = ['too-large', 'too-complex', 'plugin-failed', 'parse-error', 'not-svg'] as const;
const TOLD = TOO_LARGE;
const MAY_BUILD = ['', ...TOO_LARGE] as const;

/** Levels that each show the one below ten times. */
function uses(levels: number, wrap: (id: string, body: string) => string): string {
  const level = (index: number) =>
    wrap(`l${index}`, `<use href="#l${index - 1}" x="${index}"/>`.repeat(10));
  return `<defs>${wrap('l0', SQUARE)}${many(levels, (index) => level(index + 1))}</defs>`;
}

function png(side: number): string {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))],
  ]).toString('base64');
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const LAUGHS = `<!DOCTYPE svg [<!ENTITY l0 "ha">${many(
  12,
  (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
)}]>`;

function inOwnImage(inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><image width="24" height="24" href="data:image/svg+xml,${encodeURIComponent(inner)}"/></svg>`;
}

export const BOMBS: Readonly<Record<string, Bomb>> = {
  'path-data-of-50-mb': {
    make: () => svg(`<path d="M0 0${'h1v1h-1v-1l.5.5'.repeat(3.4 * MEGA)}"/>`),
    told: TOLD,
  },
  'zigzag-of-20000-points': {
    make: () => svg(`<path fill="none" stroke="#000" d="M0 0l${'-.5-.25.5-.25'.repeat(10_000)}"/>`),
    told: MAY_BUILD,
  },
  'polyline-of-50000-points': {
    make: () => svg(`<polyline fill="none" stroke="#000" points="${'1.5 2.5 '.repeat(50_000)}"/>`),
    told: MAY_BUILD,
  },
  'digits-without-end-in-a-path': {
    make: () => svg(`<path d="M0 0 ${'1'.repeat(100_000)}z"/>`),
    told: MAY_BUILD,
  },
  'groups-100000-deep': {
    make: () => svg('<g>'.repeat(100_000) + SQUARE + '</g>'.repeat(100_000)),
    told: TOLD,
  },
  'groups-3000-deep': {
    make: () => svg('<g opacity=".9">'.repeat(3000) + SQUARE + '</g>'.repeat(3000)),
    told: MAY_BUILD,
  },
  'groups-100000-deep-left-open': {
    make: () => svg('<g>'.repeat(100_000)).replace('</svg>', ''),
    told: TOLD,
  },
  'ids-200000': {
    make: () => svg(many(200_000, (i) => `<path id="i${i}" d="M${i % 24} 0h1v1z"/>`)),
    told: MAY_BUILD,
  },
  'ids-50000-in-use': {
    make: () =>
      svg(many(50_000, (i) => `<path id="i${i}" d="M${i % 24} 0h1"/><use href="#i${i}"/>`)),
    told: MAY_BUILD,
  },
  'gradients-20000-in-a-chain': {
    make: () =>
      svg(
        many(20_000, (i) => `<linearGradient id="i${i}" href="#i${i + 1}"/>`) +
          '<linearGradient id="i20000"><stop/></linearGradient><path fill="url(#i0)" d="M0 0h9v9z"/>',
      ),
    told: MAY_BUILD,
  },
  'attributes-1000000': {
    make: () => svg(`<path ${many(MEGA, (i) => `a${i}="" `)} d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'attributes-1000000-spread': {
    make: () => svg(many(100_000, (i) => `<path d="M0 0h1"${many(9, (j) => ` a${j}="${i}"`)}/>`)),
    told: MAY_BUILD,
  },
  'namespaces-2000-nested': {
    make: () => svg(many(2000, (i) => `<g xmlns:a${i}="urn:${i}">`) + SQUARE + '</g>'.repeat(2000)),
    told: MAY_BUILD,
  },
  'element-name-of-10-mb': { make: () => svg(`<${'a'.repeat(10 * MEGA)}/>`), told: MAY_BUILD },
  'attribute-name-of-10-mb': {
    make: () => svg(`<path ${'a'.repeat(10 * MEGA)}="" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'comment-of-50-mb': {
    make: () => svg(`<!--${'x'.repeat(50 * MEGA)}-->${SQUARE}`),
    told: MAY_BUILD,
  },
  'white-space-of-50-mb': {
    make: () => svg(' \n'.repeat(25 * MEGA) + SQUARE),
    told: MAY_BUILD,
  },
  'title-of-10-mb': {
    make: () => svg(`<title>${'TEXT '.repeat(2 * MEGA)}</title>${SQUARE}`),
    told: MAY_BUILD,
  },
  'comment-of-style-tags': {
    make: () => svg(`<!--${'<style>'.repeat(150_000)}--><style>path{fill:red}</style>${SQUARE}`),
    told: MAY_BUILD,
  },
  'comment-of-svg-tags': {
    make: () => svg(`<!--${'<svg '.repeat(200_000)}-->${SQUARE}`),
    told: MAY_BUILD,
  },
  'entities-that-laugh': {
    make: () => svg(`<g>&l12;</g>`, '', LAUGHS),
    told: ['entities-too-large'],
  },
  'entities-that-laugh-in-an-own-image': {
    make: () => inOwnImage(svg('<title>&l12;</title>', '', LAUGHS)),
    told: ['entities-too-large', ...TOLD],
  },
  'entities-in-a-chain-of-20000': {
    make: () =>
      svg(
        `<g>&e20000;</g>`,
        '',
        `<!DOCTYPE svg [<!ENTITY e0 "x">${many(20_000, (i) => `<!ENTITY e${i + 1} "&e${i};">`)}]>`,
      ),
    told: ['entities-too-large', ...MAY_BUILD],
  },
  'entities-200000-not-in-use': {
    make: () => svg(SQUARE, '', `<!DOCTYPE svg [${many(200_000, (i) => `<!ENTITY e${i} "x">`)}]>`),
    told: ['entities-too-large', ...MAY_BUILD],
  },
  'entity-of-1-mb-many-times': {
    make: () =>
      svg(
        `<g>${'&e;'.repeat(50_000)}</g>`,
        '',
        `<!DOCTYPE svg [<!ENTITY e "${'x'.repeat(MEGA)}">]>`,
      ),
    told: ['entities-too-large'],
  },
  'entity-declared-otherwise': {
    make: () =>
      svg(
        '<g>&l9;</g>',
        '',
        LAUGHS.replaceAll('<!ENTITY l', '<!ENTITY  \n l').replaceAll('">', '"\n>'),
      ),
    told: ['entities-too-large'],
  },
  'uses-that-multiply': {
    make: () => svg(`${uses(10, (id, body) => `<g id="${id}">${body}</g>`)}<use href="#l10"/>`),
    told: TOLD,
  },
  'uses-of-symbols-that-multiply': {
    make: () =>
      svg(`${uses(10, (id, body) => `<symbol id="${id}">${body}</symbol>`)}<use href="#l10"/>`),
    told: TOLD,
  },
  'uses-in-clip-paths': {
    make: () =>
      svg(
        `${uses(7, (id, body) => `<g id="${id}">${body}</g>`)}<clipPath id="c"><use href="#l7"/></clipPath><mask id="m"><use href="#l7"/></mask><path clip-path="url(#c)" mask="url(#m)" d="M0 0h9v9z"/>`,
      ),
    told: TOLD,
  },
  'patterns-that-multiply': {
    make: () =>
      svg(
        `${many(12, (i) => `<pattern id="p${i}" width="1" height="1" patternUnits="userSpaceOnUse">${`<rect width="9" height="9" fill="url(#p${i + 1})"/>`.repeat(10)}</pattern>`)}<rect width="24" height="24" fill="url(#p0)"/>`,
      ),
    told: TOLD,
  },
  'masks-that-multiply': {
    make: () =>
      svg(
        `${many(12, (i) => `<mask id="m${i}">${`<rect width="9" height="9" mask="url(#m${i + 1})"/>`.repeat(10)}</mask>`)}<rect width="24" height="24" mask="url(#m0)"/>`,
      ),
    told: TOLD,
  },
  'markers-that-multiply': {
    make: () =>
      svg(
        `<marker id="m"><path d="M0 0${'h1'.repeat(5000)}"/></marker><path marker-mid="url(#m)" d="M0 0${'h.001'.repeat(5000)}"/>`,
      ),
    told: MAY_BUILD,
  },
  'use-of-itself': {
    make: () => svg(`<g id="a"><use href="#a"/>${SQUARE}</g><use href="#a"/>`),
    told: ['', ...TOLD],
  },
  'uses-in-a-circle': {
    make: () => svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/>${SQUARE}</g>`),
    told: ['', ...TOLD],
  },
  'everything-refers-to-itself': {
    make: () =>
      svg(
        `<pattern id="p" href="#p" width="1" height="1"><path fill="url(#p)" d="M0 0h1"/></pattern><mask id="m"><path mask="url(#m)" d="M0 0h9v9z"/></mask><clipPath id="c" clip-path="url(#c)"><path d="M0 0h9v9z"/></clipPath><linearGradient id="g" href="#g"/><filter id="f"><feImage href="#x"/></filter><marker id="k"><path marker-end="url(#k)" d="M0 0h1"/></marker><g id="x" filter="url(#f)"><path fill="url(#p)" stroke="url(#g)" mask="url(#m)" clip-path="url(#c)" marker-end="url(#k)" d="M0 0h9v9z"/></g>`,
      ),
    told: ['', ...TOLD],
  },
  'variables-that-double': {
    make: () =>
      svg(
        `<style>svg{--a0:red;${many(40, (i) => `--a${i + 1}:var(--a${i}) var(--a${i});`)}}path{fill:var(--a40)}</style>${SQUARE}`,
      ),
    told: MAY_BUILD,
  },
  'variables-in-a-chain-of-20000': {
    make: () =>
      svg(
        `<style>svg{--a0:red;${many(20_000, (i) => `--a${i + 1}:var(--a${i});`)}}path{fill:var(--a20000)}</style>${SQUARE}`,
      ),
    told: MAY_BUILD,
  },
  'rules-5000-times-elements-5000': {
    make: () =>
      svg(
        `<style>${many(5000, (i) => `.c${i}{fill:#${String(100_000 + i)}}`)}</style>${many(5000, (i) => `<path class="c${i}" d="M0 0h1v1z"/>`)}`,
      ),
    told: MAY_BUILD,
  },
  'css-blocks-100000-deep': {
    make: () => svg(`<style>${'a{'.repeat(100_000)}</style>${SQUARE}`),
    told: MAY_BUILD,
  },
  'css-brackets-100000-deep': {
    make: () => svg(`<style>path{fill:${'calc('.repeat(100_000)}</style>${SQUARE}`),
    told: MAY_BUILD,
  },
  'selector-of-100000-nots': {
    make: () => svg(`<style>${':not('.repeat(100_000)}{fill:red}</style>${SQUARE}`),
    told: MAY_BUILD,
  },
  'selector-of-2000-descendants': {
    make: () =>
      svg(
        `<style>${'g '.repeat(1000)}rect,${'g '.repeat(30)}x{fill:red}</style>${'<g>'.repeat(900)}${SQUARE}${'</g>'.repeat(900)}`,
      ),
    told: MAY_BUILD,
  },
  'style-attribute-of-5-mb': {
    make: () => svg(`<path style="${'fill:red;'.repeat(500_000)}" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'style-attribute-of-brackets': {
    make: () => svg(`<path style="${'a:('.repeat(100_000)}" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'event-of-90000-spaces': {
    make: () => svg(`<path d="M0 0h9v9z"><set begin="a${' '.repeat(90_000)}b" to="0"/></path>`),
    told: MAY_BUILD,
  },
  'url-with-1-mb-of-spaces': {
    make: () => svg(`<path fill="url(x${' '.repeat(MEGA)}y" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'urls-left-open-100000': {
    make: () => svg(`<path fill="${'url('.repeat(100_000)}" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'view-box-of-1-mb-of-digits': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${'1'.repeat(MEGA)}">${SQUARE}</svg>`,
    told: ['no-size', ...TOLD],
  },
  'view-box-of-1-mb-of-spaces': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0${' '.repeat(MEGA)}x">${SQUARE}</svg>`,
    told: ['no-size', ...TOLD],
  },
  'width-of-1-mb-of-digits': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${'1'.repeat(MEGA)}x" height="1">${SQUARE}</svg>`,
    told: ['no-size', ...TOLD],
  },
  'transform-of-1000000-steps': {
    make: () => svg(`<path transform="${'rotate(1)'.repeat(MEGA)}" d="M0 0h9v9z"/>`),
    told: MAY_BUILD,
  },
  'stops-500000': {
    make: () =>
      svg(
        `<linearGradient id="g">${'<stop offset=".5" stop-color="red"/>'.repeat(500_000)}</linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>`,
      ),
    told: MAY_BUILD,
  },
  'classes-500000': {
    make: () =>
      svg(
        `<style>.a:hover{fill:red}</style><path class="${many(500_000, (i) => `c${i} `)}" d="M0 0h9v9z"/>`,
      ),
    told: MAY_BUILD,
  },
  'dashes-without-end': {
    make: () =>
      svg('<path stroke="red" stroke-dasharray="1e-9" stroke-width="1" d="M0 0h1e6v1e6"/>'),
    told: MAY_BUILD,
  },
  'pattern-of-tiny-tiles': {
    make: () =>
      svg(
        '<pattern id="p" width="1e-9" height="1e-9" patternUnits="userSpaceOnUse"><path d="M0 0h1v1z"/></pattern><rect width="24" height="24" fill="url(#p)"/>',
      ),
    told: MAY_BUILD,
  },
  'filter-of-endless-noise': {
    make: () =>
      svg(
        '<filter id="f" width="1e5" height="1e5"><feTurbulence numOctaves="1000000000" baseFrequency=".5"/></filter><rect width="24" height="24" filter="url(#f)"/>',
      ),
    told: MAY_BUILD,
  },
  'filter-of-endless-blur': {
    make: () =>
      svg(
        '<filter id="f" filterUnits="userSpaceOnUse" x="-1e6" y="-1e6" width="2e6" height="2e6"><feGaussianBlur stdDeviation="1e9"/><feMorphology operator="dilate" radius="1e6"/><feTile/></filter><rect width="24" height="24" filter="url(#f)"/>',
      ),
    told: MAY_BUILD,
  },
  'filter-of-2000-steps': {
    make: () =>
      svg(
        `<filter id="f">${'<feGaussianBlur stdDeviation="3"/><feMorphology operator="dilate" radius="9"/>'.repeat(1000)}</filter><rect width="24" height="24" filter="url(#f)"/>`,
      ),
    told: MAY_BUILD,
  },
  'filter-matrix-of-1000000': {
    make: () =>
      svg(
        `<filter id="f"><feConvolveMatrix order="1000" kernelMatrix="${'1 '.repeat(MEGA)}"/></filter><rect width="24" height="24" filter="url(#f)"/>`,
      ),
    told: MAY_BUILD,
  },
  'bitmap-of-30000-by-30000': {
    make: () => svg(`<image width="24" height="24" href="data:image/png;base64,${png(30_000)}"/>`),
    told: MAY_BUILD,
  },
  'size-without-end': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="1e300" height="1e300" viewBox="0 0 1e300 1e300"><path d="M0 0h1e300v1e300z"/></svg>`,
    told: ['no-size', ...MAY_BUILD],
  },
  'size-next-to-nothing': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e-300 1e-300"><path d="M0 0h1e-300v1e-300z"/></svg>`,
    told: ['no-size', ...MAY_BUILD],
  },
  'sliver-of-a-drawing': {
    make: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000000 1"><path d="M0 0h1000000v1z"/></svg>`,
    told: MAY_BUILD,
  },
  'mistakes-100000': {
    make: () => svg('<path fill="url(http://a/)" onclick="x" d="M0 0h1"/>'.repeat(100_000)),
    told: ['active-content', ...TOLD],
  },
  'dangling-references-100000': {
    make: () => svg(many(100_000, (i) => `<use href="#n${i}"/>`) + SQUARE),
    told: ['dangling-reference', ...TOLD],
  },
};
