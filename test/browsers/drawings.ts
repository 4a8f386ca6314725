/** Small drawings, each with one thing that sprites lose in some browser. All are 24 × 24. */

function drawing(inner: string, root = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"${root}>${inner}</svg>`;
}

const STOPS =
  '<linearGradient id="a" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>';

/** A 2 × 2 px PNG. */
const BITMAP =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHu8E/HMcU8wAAAAASUVORK5CYII=';

export const GRADIENT: string = drawing(
  `<defs>${STOPS}</defs><path fill="url(#a)" d="M2 2h20v20H2z"/>`,
);

/** What the page's color does not reach. */
export const DRAWINGS: Readonly<Record<string, string>> = {
  gradient: GRADIENT,
  'gradient-user-space': drawing(
    '<radialGradient id="a" cx="12" cy="12" r="10" gradientUnits="userSpaceOnUse"><stop stop-color="#fc0"/><stop offset="1" stop-color="#063"/></radialGradient><circle cx="12" cy="12" r="10" fill="url(#a)"/>',
  ),
  'gradient-stroke': drawing(
    `${STOPS}<path fill="none" stroke="url(#a)" stroke-width="4" d="M3 20 12 4l9 16"/>`,
  ),
  'gradient-chain': drawing(
    '<linearGradient id="b"><stop stop-color="#0c6"/><stop offset="1" stop-color="#60c"/></linearGradient><linearGradient id="a" href="#b" y2="1" x2="0"/><path fill="url(#a)" d="M2 2h20v20H2z"/>',
  ),
  pattern: drawing(
    '<pattern id="a" width="6" height="6" patternUnits="userSpaceOnUse"><path fill="#c30" d="M0 0h3v3H0z"/><path fill="#06c" d="M3 3h3v3H3z"/></pattern><path fill="url(#a)" d="M2 2h20v20H2z"/>',
  ),
  filter: drawing(
    '<filter id="a" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="2"/></filter><circle cx="12" cy="12" r="7" fill="#06c" filter="url(#a)"/>',
  ),
  'filter-function': drawing(
    '<path style="filter:hue-rotate(120deg)" fill="#c30" d="M2 2h20v20H2z"/>',
  ),
  'clip-path': drawing(
    '<clipPath id="a"><circle cx="12" cy="12" r="8"/></clipPath><path clip-path="url(#a)" fill="#06c" d="M0 0h24v24H0z"/>',
  ),
  'clip-path-shape': drawing(
    '<path style="clip-path:circle(8px at 12px 12px)" fill="#06c" d="M0 0h24v24H0z"/>',
  ),
  'clip-path-of-use': drawing(
    '<defs><circle id="b" cx="12" cy="12" r="8"/></defs><clipPath id="a"><use href="#b"/></clipPath><path clip-path="url(#a)" fill="#c30" d="M0 0h24v24H0z"/>',
  ),
  mask: drawing(
    '<mask id="a"><path fill="#fff" d="M0 0h24v24H0z"/><circle cx="12" cy="12" r="6"/></mask><path mask="url(#a)" fill="#c30" d="M2 2h20v20H2z"/>',
  ),
  'mask-of-use': drawing(
    '<defs><circle id="b" cx="12" cy="12" r="8"/></defs><mask id="a"><use href="#b" fill="#fff"/></mask><path mask="url(#a)" fill="#c30" d="M0 0h24v24H0z"/>',
  ),
  marker: drawing(
    '<marker id="a" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path fill="#06c" d="M0 0l10 5-10 5z"/></marker><path stroke="#c30" stroke-width="2" marker-end="url(#a)" d="M3 12h13"/>',
  ),
  'style-classes': drawing(
    '<style>.cls-1{fill:#c30}#dot{fill:#06c;stroke:#fc0;stroke-width:2px}</style><path class="cls-1" d="M2 2h20v9H2z"/><circle id="dot" cx="12" cy="17" r="5"/>',
  ),
  'style-nested': drawing(
    '<style>g{fill:#c30;.a{fill:#06c;:not(.a) &amp;{stroke:#fc0}}stroke:#0a0}</style><g><path d="M2 2h20v9H2z"/><path class="a" d="M2 13h20v9H2z"/></g>',
  ),
  'style-media': drawing(
    '<style>path{fill:#06c}@media (prefers-color-scheme:light){path{fill:#0a0}}</style><path d="M2 2h20v20H2z"/>',
  ),
  'style-media-size': drawing(
    '<style>path{fill:#06c}@media (min-width:1px){path{fill:#0a0}}</style><path d="M2 2h20v20H2z"/>',
  ),
  'mix-blend-mode': drawing(
    '<g style="isolation:isolate"><circle cx="9" cy="12" r="7" fill="#fc0"/><circle style="mix-blend-mode:multiply" cx="15" cy="12" r="7" fill="#0cf"/></g>',
  ),
  'paint-order': drawing(
    '<circle cx="12" cy="12" r="8" fill="#fc0" stroke="#c30" stroke-width="6" paint-order="stroke"/>',
  ),
  'nested-svg': drawing(
    '<svg x="4" y="4" width="16" height="16" viewBox="0 0 8 8"><path fill="#06c" d="M-2 0h12v8H-2z"/><circle cx="4" cy="4" r="2" fill="#fc0"/></svg>',
  ),
  'use-chain': drawing(
    '<defs><path id="c" d="M0 0h5v5H0z"/><g id="b"><use href="#c" x="2"/><use href="#c" x="9"/></g></defs><use href="#b" y="2" fill="#c30"/><use href="#b" y="12" fill="#06c"/>',
  ),
  bitmap: drawing(
    `<image x="2" y="2" width="20" height="20" style="image-rendering:pixelated" href="${BITMAP}"/>`,
  ),
  opacity: drawing(
    '<g opacity=".5" transform="rotate(10 12 12)"><path fill="#c30" d="M2 6h14v12H2z"/><path fill="#06c" d="M8 2h14v12H8z"/></g>',
  ),
};

/** What follows the page's color, as plain symbols. */
export const FOLLOWING: Readonly<Record<string, string>> = {
  'current-color': drawing(
    '<path d="M4 12h16M12 4v16" stroke-width="3"/>',
    ' fill="none" stroke="currentColor"',
  ),
  'current-color-whole-clip': drawing(
    '<g clip-path="url(#clip0_1_2)"><path d="M3 3h18v6H3zM3 15h18v6H3z" fill="currentColor"/></g><defs><clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath></defs>',
    ' fill="none"',
  ),
};

/** What follows the page's color and needs what only an inlined sprite has everywhere. */
export const STUCK: Readonly<Record<string, string>> = {
  'current-color-mask': drawing(
    '<mask id="a"><path fill="#fff" d="M0 0h24v24H0z"/><circle cx="12" cy="12" r="6"/></mask><path mask="url(#a)" fill="currentColor" d="M2 2h20v20H2z"/>',
  ),
};

/** Drawings to be recolored. */
export const PLAIN: { readonly 'one-color': string; readonly 'two-colors': string } = {
  'one-color': drawing('<path fill="#c30" d="M2 2h20v20H2z"/>'),
  'two-colors': drawing(
    '<path fill="#c30" d="M2 2h20v9H2z"/><path fill="none" stroke="#06c" stroke-width="4" d="M2 18h20"/>',
  ),
};
