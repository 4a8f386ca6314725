import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, type Subject, useOf } from './studio.ts';

const drawing = (content: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const drawings = (contents: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(contents).map(([name, each]) => [name, drawing(each)]));

const ENDED = 'dur="10ms" fill="freeze"';
const BOX = 'x="3" y="3" width="18" height="18" fill="#06c"';
const DOTS = 'width="6" height="6" patternUnits="userSpaceOnUse"';
const MARK = 'markerWidth="4" markerHeight="4" refX="2" refY="2"';

/** A rule that holds at times only, so that its style sheet stays. */
const STAYS = 'path:hover{opacity:.5}';
const USED = '<g id="g"><rect/><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>';
const TWO = '<path d="M2 2h9v9H2z"/><path d="M12 12h9v9H12z"/>';

interface Group {
  readonly drawings: Readonly<Record<string, string>>;
  /** What animated drawings end as; inlined only, since Chromium runs no SMIL elsewhere. */
  readonly ends?: Readonly<Record<string, string>>;
}

/** Drawings whose structure is easily read in another way than browsers read it. */
const GROUPS: Readonly<Record<string, Group>> = {
  // A sprite with one of these left in it keeps the page loading for ever.
  'references that lead back to themselves': {
    drawings: {
      ...drawings({
        'use-of-parent': '<g id="a"><path d="M3 3h9v9H3z"/><use href="#a" x="9" y="9"/></g>',
        'use-of-itself': '<use id="a" href="#a"/><path d="M3 3h9v9H3z"/>',
        'use-deep':
          '<g id="a"><g><g><path d="M3 3h6v6H3z"/><g><use href="#a" x="9"/></g></g></g></g><g transform="translate(0 9)"><use href="#a"/></g>',
        'use-in-symbol':
          '<symbol id="a"><path d="M3 3h9v9H3z"/><use href="#a" x="9"/></symbol><use href="#a"/>',
        'two-uses':
          '<defs><g id="a"><path d="M0 0h6v6H0z"/><use href="#b" x="6" y="6"/></g><g id="b"><path fill="red" d="M0 0h6v6H0z"/><use href="#a" x="6" y="6"/></g></defs><use href="#a"/>',
        'three-uses':
          '<defs><g id="a"><path d="M0 0h6v6H0z"/><use href="#b" x="6"/></g><g id="b"><path fill="red" d="M0 0h6v6H0z"/><use href="#c" x="6"/></g><g id="c"><path fill="#06c" d="M0 0h6v6H0z"/><use href="#a" y="6"/></g></defs><use href="#a"/>',
        'unused-definition':
          '<defs><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></defs><path d="M3 3h9v9H3z"/>',
        'mask-child': `<mask id="m"><rect width="24" height="12" fill="#fff" mask="url(#m)"/><rect width="12" height="24" fill="#fff"/></mask><rect ${BOX} mask="url(#m)"/>`,
        'mask-own': `<mask id="m" mask="url(#m)"><rect width="24" height="12" fill="#fff"/></mask><rect ${BOX} mask="url(#m)"/>`,
        'mask-style': `<mask id="m"><rect width="24" height="12" fill="#fff" style="mask:url(#m)"/></mask><rect ${BOX} mask="url(#m)"/>`,
        'mask-rule': `<style>.k{mask:url(#m)}</style><mask id="m"><rect width="24" height="12" fill="#fff" class="k"/></mask><rect ${BOX} class="k"/>`,
        'two-masks': `<mask id="m"><rect width="24" height="12" fill="#fff" mask="url(#n)"/></mask><mask id="n"><rect width="12" height="24" fill="#fff" mask="url(#m)"/></mask><rect ${BOX} mask="url(#m)"/>`,
        'clip-own': `<clipPath id="c" clip-path="url(#c)"><rect width="12" height="24"/></clipPath><rect ${BOX} clip-path="url(#c)"/>`,
        'clip-child': `<clipPath id="c"><rect width="12" height="24" clip-path="url(#c)"/><rect width="24" height="6"/></clipPath><rect ${BOX} clip-path="url(#c)"/>`,
        'two-clips': `<clipPath id="c" clip-path="url(#d)"><rect width="12" height="24"/></clipPath><clipPath id="d" clip-path="url(#c)"><rect width="24" height="12"/></clipPath><rect ${BOX} clip-path="url(#c)"/>`,
        'clip-and-mask': `<clipPath id="c"><rect width="12" height="24" mask="url(#m)"/></clipPath><mask id="m"><rect width="24" height="12" fill="#fff" clip-path="url(#c)"/></mask><rect ${BOX} clip-path="url(#c)"/>`,
        pattern: `<pattern id="p" ${DOTS}><rect width="3" height="6" fill="red"/><rect x="3" width="3" height="6" fill="url(#p)"/></pattern><rect ${BOX} style="fill:url(#p)"/>`,
        'pattern-fallback': `<pattern id="p" ${DOTS}><rect width="3" height="6" fill="red"/><rect x="3" width="3" height="6" fill="url(#p) #06c"/></pattern><rect width="24" height="24" fill="url(#p)"/>`,
        'pattern-stroke': `<pattern id="p" ${DOTS}><rect width="3" height="6" fill="red" stroke="url(#p)"/></pattern><rect width="24" height="24" fill="url(#p)"/>`,
        'pattern-link': `<pattern id="p" href="#q" ${DOTS}/><pattern id="q" href="#p"><rect width="3" height="6" fill="red"/></pattern><rect width="24" height="24" fill="url(#p)"/>`,
        'gradient-links':
          '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"><stop stop-color="red"/></linearGradient><rect width="24" height="24" fill="url(#a)"/>',
        marker: `<marker id="m" ${MARK}><path d="M0 0h4v4H0z" fill="red" marker-start="url(#m)"/></marker><path stroke="#000" stroke-width="2" marker-end="url(#m)" d="M4 12h14"/>`,
        'two-markers': `<marker id="m" ${MARK}><path d="M0 0h4v4H0z" fill="red" marker-start="url(#n)"/></marker><marker id="n" ${MARK}><path d="M0 0h4v4H0z" fill="#06c" marker-start="url(#m)"/></marker><path stroke="#000" stroke-width="2" marker-end="url(#m)" d="M4 12h14"/>`,
      }),
      'use-of-root': drawing(
        '<path d="M3 3h9v9H3z"/><use href="#q" x="9" y="9"/>',
        'id="q" viewBox="0 0 24 24"',
      ),
    },
  },

  'what is not rendered where it stands': {
    drawings: drawings({
      'required-extension':
        '<switch><rect width="24" height="24" fill="red" requiredExtensions="http://example.org/none"/><rect width="24" height="12" fill="green"/></switch>',
      'extension-outside': `<rect width="24" height="24" fill="red" requiredExtensions="urn:x"/><rect ${BOX}/>`,
      'extension-of-xhtml': `<rect ${BOX} requiredExtensions="http://www.w3.org/1999/xhtml"/>`,
      'old-features': `<rect ${BOX} requiredFeatures="http://example.org/none"/>`,
      'first-of-other-namespace': `<switch xmlns:x="urn:x"><x:part/><rect ${BOX}/></switch>`,
      'clip-with-a-condition': `<clipPath id="c"><rect width="12" height="24" requiredExtensions="urn:x"/><rect width="6" height="24"/></clipPath><rect ${BOX} clip-path="url(#c)"/>`,
      'style-as-first': `<switch><style>circle{fill:#06c}</style><rect ${BOX}/></switch><circle r="9"/>`,
      'style-behind': `<switch><rect ${BOX}/><style>rect{fill:red}</style></switch>`,
      'style-that-stays': `<switch><style>circle{fill:#06c}circle:hover{opacity:.5}</style><rect ${BOX}/></switch><circle r="9"/>`,
      'branch-in-use': '<switch><g/><path id="a" d="M3 3h9v9H3z"/></switch><use href="#a"/>',
      'switch-in-use': `<defs><switch id="a"><rect width="24" height="24" requiredExtensions="x"/><rect ${BOX}/></switch></defs><use href="#a"/>`,
      'child-of-unknown': `<layer><rect id="a" ${BOX}/></layer><use href="#a"/>`,
      'child-of-other-namespace': `<x:layer xmlns:x="urn:x"><rect id="a" ${BOX}/></x:layer><use href="#a"/>`,
      'child-of-metadata': `<metadata><rect id="a" ${BOX}/></metadata><use href="#a"/>`,
      'child-of-a-shape': `<path><rect id="a" ${BOX}/></path><use href="#a"/>`,
      'first-of-equal-ids':
        '<linearGradient id="a"><stop stop-color="#06c"/></linearGradient><linearGradient id="a"><stop stop-color="#c06"/></linearGradient><path fill="url(#a)" d="M2 2h20v20H2z"/>',
    }),
  },

  'rules in what a use draws': {
    drawings: drawings({
      child:
        '<style>g>path{fill:#06c}</style><g><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>',
      descendant:
        '<style>svg path{fill:#06c}</style><g><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>',
      'first-child':
        '<style>path:first-child{fill:#06c}</style><g><path/><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>',
      sibling:
        '<style>rect+path{fill:#06c}</style><g><rect/><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>',
      inside:
        '<style>.x .a>path{stroke:red}.a>path{fill:#06c}</style><g class="x"><g class="a" id="p"><path d="M2 2h9v9H2z"/></g></g><use href="#p" x="11" y="11"/>',
      symbol:
        '<style>symbol path{fill:#06c}svg>path{fill:red}</style><symbol id="s"><path d="M0 0h9v9H0z"/></symbol><use href="#s" x="12" y="12"/>',
      root: '<style>:root path{fill:#06c}</style><path id="p" d="M2 2h9v9H2z"/><use href="#p" x="11" y="11"/>',
    }),
  },

  'style sheets that stay, in what a use draws': {
    drawings: drawings({
      type: `<style>@supports (fill:red){path{fill:#06c}}</style>${USED}`,
      keyframes: `<style>@keyframes k{from,to{fill:#06c}}path{animation:k 1s infinite}</style>${USED}`,
      child: `<style>g>path{fill:#06c}${STAYS}</style>${USED}`,
      descendant: `<style>svg path{fill:#06c}g path{stroke:red}${STAYS}</style>${USED}`,
      'first-child': `<style>path:first-child{fill:#06c}${STAYS}</style>${USED}`,
      'only-child': `<style>path:only-child{fill:#06c}${STAYS}</style>${USED}`,
      sibling: `<style>rect+path{fill:#06c}${STAYS}</style>${USED}`,
      'sibling-inside': `<style>rect+path{fill:#06c}${STAYS}</style><defs><g id="p"><rect/><path d="M2 2h9v9H2z"/></g></defs><use href="#p" x="9"/>`,
      negation: `<style>path:not(g path){fill:#06c}${STAYS}</style>${USED}`,
      id: `<style>#g #p{fill:#06c}${STAYS}</style>${USED}`,
      inside: `<style>.x .a>path{stroke:red}.a>path{fill:#06c}${STAYS}</style><g class="x"><g class="a" id="p"><path d="M2 2h9v9H2z"/></g></g><use href="#p" x="11" y="11"/>`,
    }),
  },

  'style sheets that stay and count elements': {
    drawings: drawings({
      title: `<title>t</title><style>path:nth-child(3){fill:#06c}${STAYS}</style>${TWO}`,
      description: `<g><desc>x</desc>${TWO}</g><style>path:first-child{fill:#06c}${STAYS}</style>`,
      unknown: `<g><foo/>${TWO}</g><style>path:nth-child(2){fill:#06c}${STAYS}</style>`,
      media: `<g><title>t</title>${TWO}</g><style>@supports (fill:red){path:first-child{fill:#06c}}</style>`,
      'unused-definition': `<g><linearGradient/>${TWO}</g><style>path:first-child{fill:#06c}${STAYS}</style>`,
      siblings: `<g><path/><title/>${TWO}</g><style>path+path{fill:#06c}${STAYS}</style>`,
      'of-a-class':
        '<style>:nth-child(1 of .a){fill:#06c}</style><g><path d="M0 0h8v8z"/><path class="a" d="M8 8h8v8z"/><path class="a" d="M0 16h8v8z"/></g>',
      'of-a-class-from-the-end':
        '<style>:nth-last-child(1 of .a){fill:#06c}</style><g><path class="a" d="M0 0h8v8z"/><path class="a" d="M8 8h8v8z"/><path d="M0 16h8v8z"/></g>',
      'of-a-class-in-use':
        '<style>:nth-child(1 of .a){fill:#06c}</style><defs><g id="g"><path d="M0 0h8v8z"/><path class="a" d="M8 8h8v8z"/><path class="a" d="M0 16h8v8z"/></g></defs><use href="#g"/>',
    }),
  },

  'prefixes in selectors': {
    drawings: drawings({
      attribute: '<style>[x|fill]{fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
      'in-a-list': '<style>path,[x|fill]{fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
      forgiven:
        '<style>path:is([x|fill],path){fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
      'of-svg':
        '<style>@namespace s "http://www.w3.org/2000/svg";s|path{stroke:red}[s|fill]{fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
      'of-links':
        '<style>@namespace x "http://www.w3.org/1999/xlink";[x|href]{fill:red}</style><defs><path id="p" d="M2 2h9v9H2z"/></defs><use xmlns:l="http://www.w3.org/1999/xlink" l:href="#p"/>',
      any: '<style>[*|fill]{fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
      none: '<style>[|fill]{fill:red}</style><path fill="#06c" d="M2 2h9v9H2z"/>',
    }),
  },

  'places and sizes of symbols': {
    drawings: drawings({
      'size-and-place':
        '<symbol id="s" viewBox="0 0 10 10" width="8" height="8" x="3" y="3"><path d="M0 0h10v10z"/></symbol><use href="#s"/>',
      'use-wins':
        '<symbol id="s" viewBox="0 0 10 10" width="8" height="8"><path d="M0 0h10v10z"/></symbol><use href="#s" width="16" height="16" x="4"/>',
      'places-add-up':
        '<symbol id="s" viewBox="0 0 10 10" width="8" height="8" x="3" y="3"><path d="M0 0h10v10z"/></symbol><use href="#s" x="6" y="1"/>',
      percent:
        '<symbol id="s" viewBox="0 0 10 10" width="50%" height="50%" x="25%"><path d="M0 0h10v10z"/></symbol><use href="#s"/>',
      transform:
        '<symbol id="s" viewBox="0 0 10 10" width="8" height="8" x="1" transform="rotate(20)"><path d="M0 0h10v10z"/></symbol><use href="#s" x="8" y="4" transform="translate(2 2)"/>',
      'nested-svg':
        '<defs><svg id="s" viewBox="0 0 10 10" width="12" height="12" x="6" y="6"><path d="M0 0h10v10z"/></svg></defs><use href="#s" width="6" height="6"/>',
    }),
  },

  'groups, markers and backgrounds': {
    drawings: {
      ...drawings({
        'nested-opacity': `<g opacity=".5"><rect ${BOX} opacity=".5"/></g>`,
        'nested-opacity-of-groups': `<g opacity=".5"><g opacity=".5"><rect ${BOX}/><path d="M0 0h6v6H0z"/></g></g>`,
        'nested-opacity-in-style': `<g style="opacity:.4"><g><rect ${BOX} style="opacity:.4"/></g></g>`,
        'nested-filter': `<filter id="f"><feOffset dx="3"/></filter><g filter="url(#f)"><g filter="url(#f)"><path d="M3 3h9v9H3z"/></g></g>`,
        'rect-with-markers': `<marker id="m" ${MARK}><circle cx="2" cy="2" r="2" fill="#d33"/></marker><g fill="none" stroke="#000" style="marker-start:url(#m);marker-mid:url(#m)"><rect x="6" y="6" width="12" height="12"/></g>`,
        'rect-with-own-markers': `<marker id="m" ${MARK}><circle cx="2" cy="2" r="2" fill="#d33"/></marker><rect x="6" y="6" width="12" height="12" marker-mid="url(#m)"/>`,
        'rect-in-use-with-markers': `<marker id="m" ${MARK}><circle cx="2" cy="2" r="2" fill="#d33"/></marker><defs><rect id="r" x="6" y="6" width="12" height="12"/></defs><use href="#r" marker-start="url(#m)"/>`,
        'line-with-markers': `<marker id="m" ${MARK}><circle cx="2" cy="2" r="2" fill="#d33"/></marker><g stroke="#000" marker-end="url(#m)"><line x1="4" y1="4" x2="18" y2="18"/></g>`,
      }),
      background: drawing(
        '<path fill="#fff" d="M8 8h8v8H8z"/>',
        'viewBox="0 0 24 24" style="background:#035"',
      ),
      'background-color': drawing(
        '<path fill="#fff" d="M8 8h8v8H8z"/>',
        'viewBox="-4 0 24 24" style="background-color: rgb(0 51 85)"',
      ),
      'background-of-a-rule': drawing(
        '<style>svg{background:#035 no-repeat}</style><path fill="#fff" d="M8 8h8v8H8z"/>',
      ),
      'background-behind-effects': drawing(
        '<path fill="#fff" d="M8 8h8v8H8z"/>',
        'viewBox="0 0 24 24" style="background:#035;opacity:.5;stroke:red"',
      ),
    },
  },

  'animated in place': {
    ends: drawings({
      height: '<path fill="#06c" d="M3 3h18v4H3z"/>',
      radius: '<circle fill="#06c" cx="12" cy="12" r="10"/>',
      rx: '<ellipse fill="#06c" cx="12" cy="12" rx="10" ry="4"/>',
      points: '<path fill="#06c" d="M2 2h10v10z"/>',
      path: '<path fill="#06c" d="M2 2h9v9H2z"/>',
      'target-by-id': '<path fill="#c06" d="M2 2h9v9H2z"/>',
      'target-from-defs': '<path fill="#c06" d="M2 2h9v9H2z"/>',
      'later-wins': '<path fill="#c06" d="M2 2h9v9H2z"/>',
      'transform-in-a-group':
        '<path transform="translate(12 12) scale(2) rotate(45)" fill="#06c" d="M-3 -1h6v2h-6z"/>',
      additive: '<path transform="translate(12 12) rotate(45)" fill="#06c" d="M-4-2h8v4h-8z"/>',
      motion: '<path fill="#06c" d="M14 14h4v4h-4z"/>',
      'from-invisible': '<path fill="#06c" d="M2 2h20v20H2z"/>',
      'from-hidden-group': '<path fill="#06c" d="M2 2h20v20H2z"/>',
      'from-display-none': '<path fill="#06c" d="M2 2h20v20H2z"/>',
      'fill-of-a-group': '<path fill="#c06" d="M2 2h20v9z"/><path fill="#06c" d="M2 12h20v9z"/>',
      'stroke-of-a-group': '<path stroke="#06c" stroke-width="4" d="M2 12h20"/>',
      'stop-color': '<path fill="#c06" d="M2 2h20v20H2z"/>',
      'clip-of-the-whole': '<path fill="#06c" d="M2 2h10v20H2z"/>',
      root: '<path fill="#06c" d="M2 2h20v20H2z"/>',
      'root-from-invisible': '<path fill="#06c" d="M2 2h20v20H2z"/>',
    }),
    drawings: {
      ...drawings({
        height: `<rect ${BOX}><animate attributeName="height" to="4" ${ENDED}/></rect>`,
        radius: `<circle fill="#06c" cx="12" cy="12" r="0"><animate attributeName="r" to="10" ${ENDED}/></circle>`,
        rx: `<ellipse fill="#06c" cx="12" cy="12" rx="4" ry="4"><animate attributeName="rx" to="10" ${ENDED}/></ellipse>`,
        points: `<polygon fill="#06c" points="2,2 22,2 22,22"><animate attributeName="points" to="2,2 12,2 12,12" ${ENDED}/></polygon>`,
        path: `<path fill="#06c" d="M2 2h20v20H2z"><animate attributeName="d" to="M2 2h9v9H2z" ${ENDED}/></path>`,
        'target-by-id': `<path id="p" fill="#06c" d="M2 2h9v9H2z"/><animate href="#p" attributeName="fill" to="#c06" ${ENDED}/>`,
        'target-from-defs': `<defs><animate href="#p" attributeName="fill" to="#c06" ${ENDED}/></defs><path id="p" fill="#06c" d="M2 2h9v9H2z"/>`,
        'later-wins': `<animate href="#p" attributeName="fill" to="#0c6" ${ENDED}/><path id="p" d="M2 2h9v9H2z"><animate attributeName="fill" to="#c06" ${ENDED}/></path>`,
        'transform-in-a-group': `<g transform="translate(12 12) scale(2)"><path fill="#06c" d="M-3 -1h6v2h-6z"><animateTransform attributeName="transform" type="rotate" from="0" to="45" ${ENDED}/></path></g>`,
        additive: `<path transform="translate(12 12)" fill="#06c" d="M-4-2h8v4h-8z"><animateTransform attributeName="transform" additive="sum" type="rotate" from="0" to="45" ${ENDED}/></path>`,
        motion: `<path transform="translate(2 2)" fill="#06c" d="M0 0h4v4H0z"><animateMotion path="M0 0h12v12" ${ENDED}/></path>`,
        'from-invisible': `<path opacity="0" fill="#06c" d="M2 2h20v20H2z"><animate attributeName="opacity" to="1" ${ENDED}/></path>`,
        'from-hidden-group': `<g visibility="hidden"><set attributeName="visibility" to="visible" ${ENDED}/><path fill="#06c" d="M2 2h20v20H2z"/></g>`,
        'from-display-none': `<path display="none" fill="#06c" d="M2 2h20v20H2z"><set attributeName="display" to="inline" ${ENDED}/></path>`,
        'fill-of-a-group': `<g fill="#06c"><animate attributeName="fill" to="#c06" ${ENDED}/><path d="M2 2h20v9z"/><path fill="#06c" d="M2 12h20v9z"/></g>`,
        'stroke-of-a-group': `<g fill="none"><set attributeName="stroke" to="#06c" ${ENDED}/><path stroke-width="4" d="M2 12h20"/></g>`,
        'stop-color': `<linearGradient id="g"><stop stop-color="#06c"><animate attributeName="stop-color" to="#c06" ${ENDED}/></stop></linearGradient><path fill="url(#g)" d="M2 2h20v20H2z"/>`,
        'clip-of-the-whole': `<clipPath id="c"><rect width="24" height="24"><animate attributeName="width" to="12" ${ENDED}/></rect></clipPath><path clip-path="url(#c)" fill="#06c" d="M2 2h20v20H2z"/>`,
        root: `<set attributeName="fill" to="#06c" ${ENDED}/><path d="M2 2h20v20H2z"/>`,
      }),
      'root-from-invisible': drawing(
        `<animate attributeName="opacity" to="1" ${ENDED}/><path fill="#06c" d="M2 2h20v20H2z"/>`,
        'viewBox="0 0 24 24" opacity="0"',
      ),
    },
  },
};

const SIDE = 48;
/** Plays animations to their end. */
const AT_THE_END =
  '<script>addEventListener("load", () => { for (const svg of document.querySelectorAll("body svg")) if (!svg.ownerSVGElement) svg.setCurrentTime(1); })</script>';
const GROUNDS = ['#fff', '#7a3cc0'];

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
});

afterAll(() => studio?.close());

describe.each(Object.entries(GROUPS))('%s', (_, { drawings: cases, ends }) => {
  const names = Object.keys(cases);
  const files = ends ?? cases;
  const wrong = { external: {}, inlined: {} } as Record<string, Record<string, string>>;

  beforeAll(async () => {
    const sprite = (await buildDrawings(cases)).get('sprite.svg') ?? '';
    studio.files.set('/sprite.svg', { type: SVG, body: sprite });
    for (const [name, svg] of Object.entries(files)) {
      studio.files.set(`/${name}.svg`, { type: SVG, body: svg });
    }
    for (const ground of GROUNDS) {
      const head = `<style>body { background: ${ground} }</style>`;
      const shoot = (subjectOf: (name: string) => Subject, body = '') =>
        studio.shoot(names.map(subjectOf), { head, body });
      const drawn = await shoot((name) => imageOf(`/${name}.svg`, SIDE, SIDE));
      const compareAs = async (way: string, href: string, body = '') => {
        const used = await shoot((name) => useOf(`${href}#${name}`, SIDE, SIDE), body);
        Object.assign(wrong[way] ?? {}, wrongOnes(names, drawn, used));
      };
      if (!ends) await compareAs('external', '/sprite.svg');
      await compareAs('inlined', '', `${inlineSprite(sprite)}${AT_THE_END}`);
    }
  });

  test.each(names)('%s looks like its file', (name) => {
    expect({
      external: wrong.external?.[name] ?? 'right',
      inlined: wrong.inlined?.[name] ?? 'right',
    }).toEqual({ external: 'right', inlined: 'right' });
  });
});
