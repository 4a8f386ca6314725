const BOX = 'viewBox="0 0 24 24"';
const svgOf = (content: string, attributes = BOX) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
const styled = (css: string, content: string, attributes = BOX) =>
  svgOf(`<style><![CDATA[${css}]]></style>${content}`, attributes);

const SHAPE = 'd="M3 3h12v6H9v12H3z"';
const ARROW = `<path fill="#06c" ${SHAPE}/><circle cx="18" cy="18" r="4" fill="#c30"/>`;
const TWO = `<path class="a" ${SHAPE}/><rect id="b" class="a b" x="14" y="12" width="8" height="10"/>`;
const RAMP = (id: string, color: string) =>
  `<linearGradient id="${id}"><stop stop-color="${color}"/><stop offset="1" stop-color="#ff0"/></linearGradient>`;

/** Square sources that the renderer misreads as they come, each by its name. */
export const SOURCES: Readonly<Record<string, string>> = {
  // Style sheets
  specificity: styled('#b{fill:#06c}.a{fill:#c30}rect{fill:#0a0}', TWO),
  important: styled('.a{fill:#06c!important}#b{fill:#c30}', TWO),
  'important-over-style': styled(
    '.a{fill:#06c ! important}',
    `<path class="a" style="fill:red" ${SHAPE}/>`,
  ),
  'attribute-below-rule': styled('*{fill:#06c}', `<path fill="red" ${SHAPE}/>`),
  'not-and-nth': styled(
    'path:not(.x):nth-of-type(2){fill:#06c}',
    `<path ${SHAPE}/><path d="M12 12h9v9z"/>`,
  ),
  siblings: styled(
    'path~path{fill:#06c}path+rect{fill:#c30}',
    `<path ${SHAPE}/><path d="M12 12h9v9z"/><rect x="15" width="9" height="9"/>`,
  ),
  nesting: styled(
    'g{fill:#c30;.a{fill:#06c}&>rect{fill:#0a0}}',
    `<g>${TWO}</g><path d="M18 2h4v4z"/>`,
  ),
  'nesting-in-media': styled(
    'svg,g{fill:#f00;@media screen{.a{fill:#0a0}fill:#06c;path:not(.a){stroke:#c0c;stroke-width:3}}}',
    `<g>${TWO}<path d="M18 2h4v4z"/></g>`,
  ),
  'relative-nesting': styled('g{>.a,+path{fill:#06c}}', `<g>${TWO}</g><path d="M18 2h4v4z"/>`),
  media: styled(
    '@media print{.a{fill:red}}@media screen and (prefers-color-scheme:light){.a{fill:#06c}}',
    TWO,
  ),
  'media-dark': styled('@media (prefers-color-scheme: dark){.a{fill:#fff}}.b{fill:#c30}', TWO),
  supports: styled('@supports (fill:red) and (not (fill:7up)){.a{fill:#06c}}', TWO),
  'rest-state': styled('.a:hover{fill:red}.a:not(:hover){fill:#06c}', TWO),
  keyframes: styled('@keyframes k{to{fill:#06c}}.b{fill:#c30;animation:k 1s 9s}', TWO),
  'broken-rule': styled('.a{fill:#06c}.a:{fill:red}.b{fill:#c30;fill:nonsense}', TWO),
  'print-sheet': svgOf(`<style media="print">.a{fill:red}</style>${TWO}`),
  'in-a-use': styled(
    'g>path{fill:#06c}',
    '<g><path id="p" d="M2 2h9v9H2z"/></g><use href="#p" x="11" y="11"/>',
  ),
  // Style attributes
  'leading-semicolon': svgOf(`<path style=";FILL:#06C ; stroke : RED" ${SHAPE}/>`),
  escapes: svgOf(`${RAMP('a.b', '#06c')}<path style="f\\69ll:URL('#a\\.b')" ${SHAPE}/>`),
  geometry: svgOf(
    '<circle style="cx:12px;cy:12px;r:9px;fill:#06c"/><rect style="x:2px;y:2px;width:6px;height:50%;rx:2px"/>',
  ),
  outline: svgOf(`<path style="d:path('M2 2h20v20z')" fill="#06c" d="M0 0h9v9z"/>`),
  percent: svgOf(`<path style="opacity:50%;fill:#06c" ${SHAPE}/>`),
  calc: svgOf('<rect style="x:calc(2px + 4px);y:2px;width:calc(3 * 4px);height:9px" fill="#06c"/>'),
  'marker-shorthand': svgOf(
    '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2"><circle cx="2" cy="2" r="2" fill="#c30"/></marker><path style="marker:url(#m);marker-mid:none" fill="none" stroke="#06c" stroke-width="2" d="M4 4h16v16"/>',
  ),
  // Variables
  variables: styled(':root{--a:#06c;--b:var(--a)}.a{fill:var(--b)}.b{fill:var(--none,#c30)}', TWO),
  'variable-inherited': svgOf(
    `<g style="--c:#06c"><path fill="var(--c)" ${SHAPE}/><g style="--c:#c30"><path d="M14 14h8v8z" fill="var(--c)"/></g></g>`,
  ),
  'variable-invalid': styled('.a{fill:#c30}.b{--n:7up;fill:var(--n)}', TWO, `${BOX} fill="#06c"`),
  'variable-circular': styled('.a{--x:var(--y);--y:var(--x);fill:var(--x,#06c)}', TWO),
  'variable-in-a-use': svgOf(
    `<defs><path id="p" fill="var(--c,#c30)" d="M2 2h9v9z"/></defs><use href="#p"/><use href="#p" x="11" y="9" style="--c:#06c"/>`,
  ),
  // Keywords
  unset: svgOf(
    `<g fill="#06c"><path fill="unset" ${SHAPE}/><path style="fill:initial" d="M14 14h8v8z"/></g>`,
  ),
  'inherit-opacity': svgOf(
    `<g opacity=".5" fill="#06c"><path style="opacity:inherit" ${SHAPE}/></g>`,
  ),
  revert: styled(
    '.a{fill:revert-layer}',
    `<g fill="#06c"><path class="a" fill="#c30" ${SHAPE}/><path style="fill:revert" d="M14 14h8v8z" fill="red"/></g>`,
  ),
  // Colors
  oklch: svgOf(
    `<path fill="oklch(60% .15 250)" ${SHAPE}/><path fill="hwb(20 10% 20%/.7)" d="M12 12h10v10z"/>`,
  ),
  p3: svgOf(`<path style="fill:#f00;fill:color(display-p3 0 .4 .8)" ${SHAPE}/>`),
  'rgb-spaces': svgOf(
    `<path fill="rgb(0 102 204 / 50%)" ${SHAPE}/><path stroke="hsl(20deg 90% 40%)" stroke-width="3" d="M12 12h10v10"/>`,
  ),
  'color-mix': svgOf(`<path style="fill:color-mix(in srgb, #06c 40%, white)" ${SHAPE}/>`),
  'light-dark': svgOf(
    `<path style="color-scheme:light dark;fill:light-dark(#06c,#fff)" ${SHAPE}/>`,
  ),
  system: svgOf(`<rect width="24" height="24" fill="CanvasText"/><path fill="Canvas" ${SHAPE}/>`),
  'unknown-color': svgOf(`<g fill="#06c"><path fill="7up" ${SHAPE}/></g>`),
  'current-inherited': svgOf(
    `<g fill="currentColor" color="red"><path color="#0a0" ${SHAPE}/></g>`,
  ),
  'current-stop': svgOf(
    `<g color="#06c"><linearGradient id="g" color="#0a0"><stop stop-color="currentColor"/><stop offset="1" stop-color="#ff0"/></linearGradient></g><path fill="url(#g)" ${SHAPE}/>`,
  ),
  'current-alpha': svgOf(`<path style="color:rgb(0 0 255/.4);fill:currentcolor" ${SHAPE}/>`),
  'current-in-a-use': svgOf(
    '<defs><path id="p" fill="currentColor" d="M2 2h9v9z"/></defs><use href="#p" color="#06c"/><use href="#p" x="11" y="9" color="#c30"/>',
  ),
  // Transforms
  'css-transform': svgOf(
    `<path style="transform:rotate(45deg) scale(.5);transform-origin:12px 12px" fill="#06c" ${SHAPE}/>`,
  ),
  'origin-attribute': svgOf(
    '<path transform="rotate(45)" transform-origin="12 12" fill="#06c" d="M4 10h16v4H4z"/>',
  ),
  'origin-percent': svgOf(
    '<path style="transform:rotate(45deg);transform-origin:50% 50%" fill="#06c" d="M4 10h16v4H4z"/>',
    'viewBox="-2 -2 28 28"',
  ),
  'fill-box': svgOf(
    '<path style="transform:rotate(45deg);transform-box:fill-box;transform-origin:center" fill="#06c" d="M2 2h6v6H2z"/><g style="transform:scale(.5);transform-box:fill-box;transform-origin:100% 100%"><circle cx="16" cy="16" r="6"/><path d="M12 8h2v2z"/></g>',
  ),
  individual: svgOf(
    '<path style="rotate:30deg;scale:.8;translate:4px 2px;transform-origin:50% 50%" fill="#06c" d="M4 4h16v6H4z"/>',
  ),
  'css-gradient': svgOf(
    '<linearGradient id="g" style="transform:rotate(90deg)"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#g)" d="M0 0h24v24H0z"/>',
  ),
  'turned-root': svgOf(ARROW, `${BOX} transform="rotate(30)"`),
  'turned-root-css': svgOf(
    ARROW,
    'viewBox="-6 -6 36 36" style="transform:scaleX(-1) rotate(.1turn);opacity:.6"',
  ),
  'turned-root-invalid': svgOf(
    ARROW,
    `${BOX} transform="rotate(180)" style="transform:rotate(45)"`,
  ),
  'turned-root-rule': styled(
    'svg{transform:rotate(90deg);background:#def}',
    ARROW,
    `${BOX} width="48" height="48"`,
  ),
  'turned-nested': svgOf(
    `<svg x="4" y="4" width="16" height="16" ${BOX} transform="rotate(20)">${ARROW}</svg>`,
  ),
  // The rest
  ring: svgOf(
    '<circle cx="12" cy="12" r="9" pathLength="100" stroke-dasharray="70 30" stroke-dashoffset="25" fill="none" stroke="#06c" stroke-width="3"/>',
  ),
  'length-of-path': svgOf(
    '<g stroke-dasharray="1"><path pathLength="8" fill="none" stroke="#06c" stroke-width="3" d="M3 12C3 2 21 2 21 12A6 6 0 0 1 9 12S12 20 20 21"/><rect x="8" y="16" width="8" height="6" rx="2" pathLength="6" fill="none" stroke="#c30"/></g>',
  ),
  'quoted-url': svgOf(
    `${RAMP('ä b', '#06c')}<path fill='url("#ä b")' ${SHAPE}/><path fill="url(#%C3%A4%20b)" d="M14 14h8v8z"/>`,
  ),
  'first-of-ids': svgOf(`${RAMP('a', '#06c')}${RAMP('a', '#c30')}<path fill="url(#a)" ${SHAPE}/>`),
  'two-links': svgOf(
    '<defs><path id="a" fill="#06c" d="M2 2h9v9z"/><path id="b" fill="red" d="M2 2h20v20z"/></defs><use href="#a" xlink:href="#b"/><use xlink:href="#b" href="#a" x="9" y="9"/>',
  ),
  'capital-url': svgOf(`${RAMP('a', '#06c')}<path fill="URL(#a)" ${SHAPE}/>`),
  'dangling-paint': svgOf(
    `<g fill="#06c"><path stroke="#000" fill="url(#x)" ${SHAPE}/><path fill="url(#x) #c30" d="M14 14h8v8z"/></g>`,
  ),
  'paint-of-a-clip': svgOf(`<clipPath id="x"/><path stroke="#000" fill="url(#x) #06c" ${SHAPE}/>`),
  'dangling-clip': svgOf(
    `<path clip-path="url(#x)" fill="#06c" ${SHAPE}/><path mask="url(#x)" d="M14 14h8v8z"/><path filter="url(#x)" d="M14 2h8v8z"/>`,
  ),
  'switch-extension': svgOf(
    `<switch><g requiredExtensions="http://example.org/x"><path fill="red" d="M0 0h24v24H0z"/></g><g>${ARROW}</g></switch>`,
  ),
  'switch-language': svgOf(
    `<switch><path systemLanguage="de" fill="red" d="M0 0h24v24H0z"/><path systemLanguage="fr, en" fill="#06c" ${SHAPE}/><path d="M0 0h24v24H0z"/></switch>`,
  ),
  'switch-features': svgOf(
    `<path requiredFeatures="urn:x" fill="#06c" ${SHAPE}/><path requiredExtensions="http://example.org/x" fill="red" d="M0 0h24v24H0z"/>`,
  ),
  'switch-title': svgOf(
    `<switch><title>A</title><path fill="red" d="M0 0h24v24H0z"/></switch>${ARROW}`,
  ),
  'symbol-size': svgOf(
    '<symbol id="s" viewBox="0 0 10 10" width="8" height="8" x="3" y="3"><path d="M0 0h10v10z" fill="#06c"/></symbol><use href="#s"/><use href="#s" x="8" y="8" width="10" height="12"/>',
  ),
  'symbol-turned': svgOf(
    '<symbol id="s" viewBox="0 0 10 10" width="8" height="8" x="3" y="3" transform="rotate(20)"><path d="M0 0h10v10z" fill="#06c"/></symbol><use href="#s" x="4" transform="scale(1.2)"/>',
  ),
  'use-of-svg': svgOf(
    '<defs><svg id="s" viewBox="0 0 10 10" width="8" height="8" x="3" y="3"><path d="M0 0h10v10z" fill="#06c"/></svg></defs><use href="#s"/><use href="#s" x="5" y="5" width="14" height="14"/>',
  ),
  background: svgOf(
    '<path fill="#fff" d="M8 8h8v8H8z"/>',
    'viewBox="0 0 24 12" width="24" height="24" style="background:rgb(0 51 85/80%)"',
  ),
  'drop-shadow': svgOf(
    '<circle cx="9" cy="9" r="7" style="fill:#2a6;color:#00f;filter:drop-shadow(4px 4px)"/>',
  ),
  'drop-shadow-color': svgOf(
    '<circle cx="9" cy="9" r="7" style="fill:#2a6;filter:drop-shadow(rgb(255 0 0/.5) 4px 4px 1px)"/>',
  ),
  'use-of-itself': svgOf(`<g id="a"><path fill="#06c" ${SHAPE}/><use href="#a" x="2"/></g>`),
  'in-an-unknown': svgOf(
    '<layer><rect id="a" x="4" y="4" width="16" height="16" fill="#d33"/></layer><use href="#a"/>',
  ),
  prefixed: `<s:svg xmlns:s="http://www.w3.org/2000/svg" ${BOX}><s:style>path{fill:#06c}</s:style><s:path ${SHAPE}/></s:svg>`,
  'of-an-editor': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:e="urn:e" ${BOX}><e:view/><style>:first-child{fill:red}path{fill:#06c}</style><path e:fill="red" ${SHAPE}/></svg>`,
  entities: `<!DOCTYPE svg [<!ENTITY c "#06c">]><svg xmlns="http://www.w3.org/2000/svg" ${BOX}><path style="fill:&c;" ${SHAPE}/></svg>`,
  blending: svgOf(
    `<rect x="2" y="2" width="14" height="14" fill="#803"/><g style="mix-blend-mode:screen"><rect x="8" y="8" width="14" height="14" fill="#084"/></g>`,
  ),
  'mask-type': svgOf(
    `<mask id="m" style="mask-type:alpha"><path ${SHAPE}/></mask><rect width="24" height="24" fill="#06c" mask="url(#m)"/>`,
  ),
  'hidden-definitions': svgOf(
    `<g display="none">${RAMP('g', '#06c')}</g><path fill="url(#g) #c30" ${SHAPE}/>`,
  ),
  'clip-shapes': svgOf(
    '<rect width="10" height="10" fill="#06c" style="clip-path:circle(40% at 30% 50%)"/><rect x="12" width="12" height="10" fill="#c30" style="clip-path:inset(1px 20% 2px round 2px)"/><rect x="2" y="12" width="10" height="10" style="clip-path:polygon(evenodd,0 0,100% 0,50% 100%)"/><g style="clip-path:path(\'M0 0h9v9z\') fill-box"><rect x="14" y="13" width="9" height="9" fill="#0a0"/></g>',
  ),
  'clip-of-the-view': svgOf(
    '<g style="clip-path:ellipse(40% 20%) view-box"><path fill="#06c" d="M0 0h20v24H0z"/></g>',
  ),
  'clipped-root': svgOf(
    ARROW,
    'viewBox="-2 -2 28 28" style="clip-path:circle(40%);background:#def"',
  ),
  'clipped-turned-root': svgOf(
    ARROW,
    `${BOX} width="96" height="96" style="clip-path:inset(10px 4px);transform:rotate(20deg)"`,
  ),
  'percent-view': svgOf(
    '<rect x="25%" y="10%" width="50%" height="50%" style="fill:#06c"/>',
    'viewBox="-4 -4 32 32"',
  ),
  'nested-view': svgOf(
    '<svg viewBox="0 0 8 8" width="16" height="16" x="4"><style>rect{fill:#06c}</style><rect x="25%" width="50%" height="100%" style="transform:rotate(30deg);transform-origin:50% 50%"/></svg>',
  ),
  'small-caps-of-names': svgOf(
    `<path fill="RebeccaPurple" ${SHAPE}/><path fill="#C30F" d="M14 14h8v8z"/>`,
  ),
  'current-of-the-root': svgOf(`<path fill="currentColor" ${SHAPE}/>`, `${BOX} color="#06c"`),
  arrows: svgOf(
    '<defs><marker id="m" orient="auto" style="overflow:visible"><path d="M4 2-1 0 4-2z" transform="scale(1.1) rotate(180)"/></marker></defs><path d="M4 12h14" style="fill:none;stroke:#000;stroke-width:1;marker:none;marker-end:url(#m)"/>',
  ),
  'hidden-parts': styled(
    '.a{visibility:hidden}.b{visibility:visible;display:inline}',
    `<g class="a">${TWO}</g>`,
  ),
  'clip-by-rule': styled(
    '.c{clip-path:url("#k")}#k>*{clip-rule:evenodd}',
    `<clipPath id="k"><path d="M2 2h20v20H2zM8 8h8v8H8z"/></clipPath><rect class="c" width="24" height="24" fill="#06c"/>`,
  ),
  'filter-of-steps': styled(
    'feFlood{flood-color:oklch(60% .15 250);flood-opacity:50%}',
    `<filter id="f" x="0" y="0" width="1" height="1"><feFlood/><feComposite in2="SourceGraphic" operator="in"/></filter><path style="filter:url('#f')" ${SHAPE}/>`,
  ),
  'inherited-link': svgOf(
    `<linearGradient id="a"><stop stop-color="#06c"/><stop offset="1" style="stop-color:#ff0;stop-opacity:50%"/></linearGradient><linearGradient id="b" href="#a" x2="0" y2="1"/><path fill="url(#b)" ${SHAPE}/>`,
  ),
  'pattern-origin': svgOf(
    '<pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" transform-origin="3 5"><path fill="#06c" d="M0 0h3v3H0z"/></pattern><path fill="url(#p)" d="M2 2h20v20H2z"/>',
  ),
  'pattern-transform': svgOf(
    '<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse" style="transform:rotate(45deg)"><path style="fill:#06c" d="M0 0h2v4H0z"/></pattern><path fill="url(#p)" d="M0 0h24v24H0z"/>',
  ),
  'context-paint': svgOf(
    '<marker id="m" markerWidth="6" markerHeight="6" refX="2" refY="2"><circle cx="2" cy="2" r="2" fill="context-stroke"/></marker><path style="marker-end:url(#m)" fill="none" stroke="#06c" stroke-width="2" d="M4 4h12v12"/>',
  ),
  // Values that browsers ignore, cut off or take for others
  'negative-sizes': svgOf(
    `<filter id="f" width="-50"><feGaussianBlur stdDeviation="2"/></filter><filter id="g" filterUnits="userSpaceOnUse" x="0" y="0" width="24" height="24"><feFlood flood-color="#06c" width="-5"/></filter><rect filter="url(#f)" width="9" height="9"/><rect filter="url(#g)" x="12" width="9" height="9"/><rect y="12" width="9" height="9"/>`,
  ),
  'negative-radius-of-a-gradient': svgOf(
    `<radialGradient id="a" r="-1"><stop/><stop offset="1" stop-color="#06c"/></radialGradient><path fill="url(#a)" ${SHAPE}/>`,
  ),
  'negative-mask': svgOf(
    `<mask id="m" width="-1"><rect width="24" height="24" fill="#fff"/></mask><path mask="url(#m)" ${SHAPE}/><path d="M18 18h6v6z"/>`,
  ),
  'negative-stroke': svgOf(
    `<path fill="none" stroke="#06c" stroke-width="-4" ${SHAPE}/><path fill="none" stroke="#c30" style="stroke-width:-3" d="M18 1v22"/>`,
  ),
  'broken-number': svgOf(
    `<g stroke="#06c" stroke-width="3"><path fill="none" stroke-width="0%]" ${SHAPE}/><path opacity=".5.5" d="M18 18h4v4z"/></g>`,
  ),
  'broken-points': svgOf(
    `<polygon fill="#06c" points="2 2 20 4 8 20 x"/><polyline fill="none" stroke="#c30" points="2 2 20 4 8 20 9"/>`,
  ),
  'link-of-a-filter': svgOf(
    `<filter id="f"><feFlood flood-color="#06c"/></filter><filter id="g" xlink:href="#f" x="0" width="1"><feOffset dx="2"/></filter><path filter="url(#g)" ${SHAPE}/>`,
  ),
  'current-color-as-fallback': svgOf(
    `<g color="#06c" fill="url(#no) currentColor"><path ${SHAPE}/><linearGradient id="l"/><path color="#c30" stroke="url(#l) currentColor" d="M18 18h4v4z"/></g>`,
  ),
  'switch-with-a-transform': svgOf(
    `<switch transform="scale(.5)" fill="#06c"><path requiredExtensions="" d="M0 0h24v24z"/><path ${SHAPE}/></switch>`,
  ),
  'empty-conditions': svgOf(
    `<path fill="#06c" ${SHAPE}/><path requiredFeatures="" d="M18 18h4v4z"/><path systemLanguage="" d="M0 0h24v24z"/><path requiredExtensions=" " d="M0 0h24v24z"/>`,
  ),
  'links-in-an-image': styled(
    ':link{fill:#c30}:any-link path{stroke:#c30}a:not(:link){fill:#06c}',
    `<a xlink:href="#x"><path ${SHAPE}/></a>`,
  ),
  'elements-in-a-style-sheet': svgOf(
    `<style>.a<g>.b{fill:red}</g>{fill:#06c}</style><path class="a" ${SHAPE}/>`,
  ),
  'kinds-of-english': svgOf(
    `<path fill="#06c" ${SHAPE}/><path systemLanguage="eng, x en, de" d="M0 0h24v24H0z"/><path systemLanguage="de-1996,EN-newspeak" d="M12 12h9v9z"/>`,
  ),
  'image-with-a-style-sheet': svgOf(
    `<image width="24" height="24" href="data:image/svg+xml,${encodeURIComponent(styled(':root{--a:#06c}.a{fill:var(--a)}', `<path class="a" ${SHAPE}/>`))}"/>`,
  ),
  'elements-in-an-entity': `<!DOCTYPE svg [<!ENTITY shape "<path ${SHAPE.replaceAll('"', "'")}/>"><!ENTITY two "&shape;<path d='M18 18h4v4z'/>">]>${svgOf('<g fill="#06c">&two;</g>')}`,
};
