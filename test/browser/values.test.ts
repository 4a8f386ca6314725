import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, type Subject, useOf } from './studio.ts';

const svgOf = (content: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;

/** Drawings with values that optimizers take for others, in groups that share a sprite. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'origins of transforms': {
    use: svgOf(
      '<defs><path id="a" d="M2 2h8v4H2z" fill="#06c"/></defs><use href="#a" transform="rotate(90)" transform-origin="12 12"/><use href="#a" transform="scale(2)" transform-origin="right bottom" y="6"/>',
    ),
    'left-top': svgOf(
      '<polygon points="2,2 10,2 6,9" fill="#06c" style="transform:rotate(30deg);transform-origin:left top"/>',
    ),
    'px-of-a-class': svgOf(
      '<style>.a{transform:rotate(45deg);transform-origin:12px 12px}</style><path class="a" fill="#06c" d="M4 10h16v4H4z"/>',
    ),
    'center-of-a-class': svgOf(
      '<style>.a{transform:rotate(45deg);transform-origin:center}</style><g class="a"><path fill="#06c" d="M4 10h16v4H4z"/><path fill="#c06" d="M4 16h16v2H4z"/></g>',
    ),
    'style-beside-attribute': svgOf(
      '<path transform="rotate(45)" style="transform-origin:12px 12px" fill="#06c" d="M4 10h16v4H4z"/>',
    ),
    'attribute-beside-style': svgOf(
      '<path transform-origin="12 12" style="transform:rotate(45deg)" fill="#06c" d="M4 10h16v4H4z"/>',
    ),
    'viewbox-beside-the-origin': svgOf(
      '<path transform="rotate(45)" transform-origin="2 2" fill="#06c" d="M-8-2h16v4H-8z"/><path transform="scale(.5)" transform-origin="50% 50%" fill="#c06" d="M-8 4h16v4H-8z"/>',
      `viewBox="-12 -12 24 24"`,
    ),
    'nested-svg': svgOf(
      '<svg x="4" y="4" width="16" height="16" viewBox="0 0 8 8"><path transform="rotate(45)" transform-origin="50% 50%" fill="#06c" d="M1 3h6v2H1z"/></svg>',
    ),
    matrix: svgOf(
      '<rect width="6" height="6" fill="#06c" style="transform:matrix(1,.3,0,1,3,4);transform-origin:10px 20px"/>',
    ),
    'vendor-prefix': svgOf(
      '<rect width="6" height="6" x="4" y="4" fill="#06c" style="-webkit-transform:rotate(45deg);-webkit-transform-origin:12px 12px"/>',
    ),
    'shape-of-a-clip': svgOf(
      '<clipPath id="c"><rect width="8" height="8" x="8" y="8" transform="rotate(45)" transform-origin="12 12"/></clipPath><path clip-path="url(#c)" fill="#06c" d="M0 0h24v24H0z"/>',
    ),
    pattern: svgOf(
      '<pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" transform-origin="3 5"><path fill="#06c" d="M0 0h3v3H0z"/></pattern><path fill="url(#p)" d="M2 2h20v20H2z"/>',
    ),
  },
  'transforms that only CSS says': {
    'box-of-a-group': svgOf(
      '<g style="transform:rotate(45deg);transform-box:fill-box;transform-origin:center"><path transform="translate(2 2)" fill="#06c" d="M2 2h6v6H2z"/><path transform="translate(2 2)" fill="#06c" d="M10 2h6v6h-6z"/></g>',
    ),
    'box-of-a-group-of-one': svgOf(
      '<g style="transform:rotate(45deg);transform-box:fill-box;transform-origin:center"><path transform="translate(2 2)scale(2)" fill="#06c" d="M2 2h6v3H2z"/></g>',
    ),
    'rotate-property': svgOf(
      '<rect x="4" y="4" width="6" height="6" fill="#06c" style="rotate:45deg;transform-box:fill-box;transform-origin:center"/><rect x="14" y="14" width="6" height="6" fill="#06c" style="rotate:45deg;transform-box:fill-box;transform-origin:center"/>',
    ),
    'box-of-a-rule': svgOf(
      '<style>path{transform:scale(.5);transform-box:fill-box;transform-origin:50% 50%}</style><path fill="#06c" d="M2 2h8v8H2z"/><path fill="#06c" d="M14 14h8v8h-8z"/>',
    ),
    'box-in-a-moved-group': svgOf(
      '<g transform="translate(3 3)"><path style="transform:rotate(45deg);transform-box:fill-box;transform-origin:center" fill="#06c" d="M2 2h6v6H2z"/></g>',
    ),
  },
  'roots with values that are ignored or relative': {
    'scale-with-unit': svgOf(
      '<path fill="#06c" d="M2 2h20v20z"/>',
      `viewBox="0 0 24 24" transform="scale(.5)" style="transform:scale(2px)"`,
    ),
    'translate-in-percent': svgOf(
      '<path fill="#06c" d="M2 2h20v20z"/>',
      `viewBox="0 0 24 24" style="transform:translate(25%,0)"`,
    ),
    'list-beside-the-origin': svgOf(
      '<path fill="#06c" d="M-10-10h20v20z"/>',
      `viewBox="-12 -12 24 24" style="transform:rotate(90deg) skewX(10deg)"`,
    ),
    'em-beside-the-origin': svgOf(
      '<path fill="#06c" d="M-10-10h20v20z"/>',
      `viewBox="-12 -12 24 24" style="transform:rotate(90deg) translate(0em,0)"`,
    ),
    'clip-ellipse': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:ellipse(40% 20%)"`,
    ),
    'clip-polygon': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:polygon(0 0,100% 0,50% 100%)"`,
    ),
    'clip-inset': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:inset(10% 20% 30% 40% round 10%)"`,
    ),
    'clip-circle-at': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:circle(30% at 25% 75%)"`,
    ),
    'clip-with-a-box': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:circle(40%) border-box"`,
    ),
    'clip-beside-the-origin': svgOf(
      '<path fill="#06c" d="M-10-10h20v20z"/>',
      `viewBox="-12 -12 24 24" style="clip-path:polygon(0 0,100% 0,50% 100%)"`,
    ),
    'clip-of-a-rule': svgOf(
      '<style>svg{clip-path:circle(40%)}</style><path fill="#06c" d="M2 2h20v20H2z"/>',
    ),
    'clip-and-transform': svgOf(
      '<path fill="#06c" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 24 24" style="clip-path:circle(40% at 30% 30%);transform:rotate(90deg)"`,
    ),
  },
  percentages: {
    'mask-by-default': svgOf(
      '<mask id="m" maskUnits="userSpaceOnUse"><circle cx="50%" cy="50%" r="40%" fill="#fff"/></mask><path mask="url(#m)" fill="currentColor" d="M0 0h24v24H0z"/>',
    ),
    'gradient-by-default': svgOf(
      '<radialGradient id="g" gradientUnits="userSpaceOnUse"><stop stop-color="#f00"/><stop offset="1"/></radialGradient><path fill="url(#g)" d="M0 0h24v24H0z"/>',
    ),
    'gradient-after-another': svgOf(
      '<linearGradient id="h" gradientUnits="userSpaceOnUse"><stop stop-color="#f00"/><stop offset="1"/></linearGradient><linearGradient id="g" href="#h" y2="50%"/><path fill="url(#g)" d="M0 0h24v24H0z"/>',
    ),
    filter: svgOf(
      '<filter id="f" filterUnits="userSpaceOnUse" x="0" y="0" width="50%" height="100%"><feGaussianBlur stdDeviation="1"/></filter><path filter="url(#f)" fill="#06c" d="M4 4h16v16H4z"/>',
    ),
    'stroke-of-a-group': svgOf(
      '<g stroke="#06c" stroke-width="10%"><path d="M2 8h20"/><path d="M2 16h20"/></g>',
    ),
    'clip-by-style': svgOf(
      '<clipPath id="c"><rect style="width:50%;height:100%"/></clipPath><path clip-path="url(#c)" fill="currentColor" d="M2 2h20v20H2z"/>',
    ),
    'clip-by-rule': svgOf(
      '<style>rect{width:50%;height:100%}</style><clipPath id="c"><rect/></clipPath><path clip-path="url(#c)" fill="currentColor" d="M2 2h20v20H2z"/>',
    ),
    'clip-by-use': svgOf(
      '<clipPath id="c"><use href="#r"/></clipPath><defs><ellipse id="r" cx="50%" cy="50%" rx="30%" ry="20%"/></defs><path clip-path="url(#c)" fill="currentColor" d="M2 2h20v20H2z"/>',
      `viewBox="0 0 32 24"`,
    ),
  },
  'scales and lengths of paths': {
    'tiny-group': svgOf(
      '<g transform="scale(.000002)"><path fill="#06c" d="M0 0h8000000v8000000z"/><path fill="#c06" d="M0 8000000h4000000v3000000z"/></g>',
    ),
    'tiny-matrix': svgOf(
      '<path fill="#06c" transform="matrix(.0000012 0 0 -.0000012 2 20)" d="M0 0h8000000v8000000z"/>',
    ),
    'huge-scale': svgOf(
      '<g transform="scale(1000000)"><path fill="#06c" d="M.000002.000002h.00002v.00002z"/></g>',
    ),
    'path-length-of-a-rect': svgOf(
      '<rect x="4" y="4" width="16" height="10" pathLength="100" stroke-dasharray="20 5" fill="none" stroke="#06c" stroke-width="2"/>',
    ),
    'path-length-of-a-rounded-rect': svgOf(
      '<rect x="4" y="4" width="16" height="10" rx="3" pathLength="100" stroke-dasharray="20 5" fill="none" stroke="#06c" stroke-width="2"/>',
    ),
    'path-length-of-a-line': svgOf(
      '<line x1="2" y1="4" x2="20" y2="10" pathLength="10" stroke-dasharray="2 1" stroke="#06c" stroke-width="2"/>',
    ),
    'path-length-of-a-polygon': svgOf(
      '<polygon points="2,2 20,6 10,20" pathLength="9" stroke-dasharray="2 1" fill="none" stroke="#06c" stroke-width="2"/>',
    ),
    'path-length-of-an-ellipse': svgOf(
      '<ellipse cx="12" cy="12" rx="9" ry="9" pathLength="12" stroke-dasharray="2 1" fill="none" stroke="#06c" stroke-width="2"/>',
    ),
    'path-length-in-a-scaled-group': svgOf(
      '<g transform="scale(2)"><path d="M1 3h10v6" pathLength="12" stroke-dasharray="2 1" fill="none" stroke="#06c"/></g>',
    ),
  },
  'transparent strokes': {
    rgba: svgOf(
      '<path stroke="rgba(0,102,204,.5)" stroke-width="4" d="M2 8h20"/><path stroke="rgba(0,102,204,.5)" stroke-width="4" d="M8 2v20"/>',
    ),
    'hex-with-alpha': svgOf(
      '<path stroke="#06c8" stroke-width="4" d="M2 8h20"/><path stroke="#06c8" stroke-width="4" d="M8 2v20"/>',
    ),
    opacity: svgOf(
      '<path stroke="#06c" opacity=".5" stroke-width="4" d="M2 8h20"/><path stroke="#06c" opacity=".5" stroke-width="4" d="M8 2v20"/>',
    ),
    'rgb-with-spaces': svgOf(
      '<path style="stroke:rgb(0 102 204/50%)" stroke-width="4" d="M2 8h20"/><path style="stroke:rgb(0 102 204/50%)" stroke-width="4" d="M8 2v20"/>',
    ),
    hsla: svgOf(
      '<path stroke="hsla(210,100%,40%,.5)" stroke-width="4" d="M2 8h20"/><path stroke="hsla(210,100%,40%,.5)" stroke-width="4" d="M8 2v20"/>',
    ),
    lines: svgOf(
      '<line x1="2" y1="8" x2="22" y2="8" stroke="#06c" stroke-width="4" stroke-opacity=".5"/><line x1="8" y1="2" x2="8" y2="22" stroke="#06c" stroke-width="4" stroke-opacity=".5"/>',
    ),
    'percent-of-a-group': svgOf(
      '<g stroke="#06c" stroke-width="4" stroke-opacity="50%"><path d="M2 8h20"/><path d="M8 2v20"/></g>',
    ),
    'fill-beside-an-opaque-stroke': svgOf(
      '<path fill="#06c" fill-opacity=".5" stroke="#06c" stroke-width="4" d="M4 4h6v6H4z"/><path fill="#06c" fill-opacity=".5" stroke="#06c" stroke-width="4" d="M11 4h6v6h-6z"/>',
    ),
    areas: svgOf(
      '<path fill="#06c" fill-opacity=".5" d="M4 4h10v10H4z"/><path fill="#06c" fill-opacity=".5" d="M9 9h10v10H9z"/>',
    ),
    rule: svgOf(
      '<style>path{stroke:#06c;stroke-opacity:.5;stroke-width:4}</style><path d="M2 8h20"/><path d="M8 2v20"/>',
    ),
  },
  'keywords and colors': {
    'unset-in-a-style': svgOf(
      '<g fill="#06c" stroke="#c06" stroke-width="2"><path style="fill:unset;stroke:initial" d="M4 4h8v8H4z"/><path style="stroke-width:revert" d="M14 14h6v6h-6z"/></g>',
    ),
    'unset-in-a-rule': svgOf(
      '<style>.a{fill:unset}.b{stroke:initial}</style><g fill="#06c" stroke="#c06"><path class="a" fill="#0f0" d="M4 4h8v8H4z"/><path class="b" d="M14 14h6v6h-6z"/></g>',
    ),
    'unset-color': svgOf(
      '<g color="#06c"><path color="unset" fill="currentColor" d="M4 4h8v8H4z"/></g>',
    ),
    'unset-opacity': svgOf(
      '<g opacity=".5"><path opacity="unset" fill="#06c" d="M4 4h8v8H4z"/><path opacity="initial" fill="#06c" d="M14 4h8v8h-8z"/></g>',
    ),
    'display-p3': svgOf('<path fill="color(display-p3 0 .4 .8)" d="M2 2h20v20z"/>'),
    oklch: svgOf(
      '<path fill="oklch(.6 .2 30)" d="M2 2h20v20z"/><path fill="#06c" d="M2 12h4v4z"/>',
    ),
    hwb: svgOf('<path fill="hwb(210 20% 40%)" stroke="rgb(10% 20% 30%)" d="M2 2h20v20z"/>'),
    'markers-and-a-rect': svgOf(
      '<marker id="m" markerWidth="4" markerHeight="4"><path fill="#c06" d="M0 0h2v2z"/></marker><g marker-mid="url(#m)"><rect x="4" y="4" width="12" height="12" fill="#06c"/></g>',
    ),
  },
  'path data': {
    'comma-before-a-command': svgOf('<path fill="#06c" d="M4 4h16,v16"/>'),
    'comma-between-spaces': svgOf('<path fill="#06c" d="M4 4 , h16 , v16"/>'),
    'comma-before-a-close': svgOf(
      '<path fill="none" stroke="#06c" stroke-width="2" d="M4 4h12v12,z M18 18h4v2z"/>',
    ),
    'comma-behind-a-close': svgOf('<path fill="#06c" d="M4 4h12v12z,M18 18h4v2z"/>'),
    'comma-behind-a-command': svgOf('<path fill="#06c" d="M4 4h16v16H,4"/>'),
    'comma-behind-an-arc': svgOf('<path fill="#06c" d="M4 12a8 8 0 0 1 16 0,v8"/>'),
    'comma-in-css': svgOf(
      `<path fill="#06c" d="M0 0h8v8z" style='d:path("M4 4h16,v16")'/><path fill="#c06" style='d:path("M2 20h4,v2")'/>`,
    ),
    'comma-in-a-clip': svgOf(
      `<path fill="#06c" d="M2 2h20v20H2z" style='clip-path:path("M4 4h16,v16")'/>`,
    ),
    'error-in-css': svgOf(
      `<path fill="#06c" d="M0 0h8v8z" style='d:path("M4 4h16v16 h")'/><path fill="#06c" d="M9 9h8v8z" style='d:path("M4 4z,h9")'/>`,
    ),
    'none-in-css': svgOf(
      '<path fill="#06c" d="M0 0h8v8z" style="d:none"/><path fill="#06c" d="M9 9h8v8z"/>',
    ),
  },
  'math functions': {
    'number-for-a-length': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)" style="transform:translate(calc(4),0)"/>',
    ),
    'number-of-a-rule': svgOf(
      '<style>path{transform:translate(min(4,5),0)}</style><path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)"/>',
    ),
    'number-for-an-angle': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)" style="transform:rotate(calc(45))"/>',
    ),
    'length-for-a-number': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)" style="transform:scale(calc(2px))"/>',
    ),
    'length-and-number': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)" style="transform:translate(calc(4 + 2px),0)"/>',
    ),
    'zero-without-a-unit': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" transform="translate(8 8)" style="transform:translate(calc(0))"/>',
    ),
    'sign-without-a-space': svgOf(
      '<path fill="#06c" stroke="#c06" d="M4 4h8v8H4z" style="stroke-width:calc(1px +2px)"/>',
    ),
    'on-the-root': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z"/>',
      `viewBox="0 0 24 24" transform="translate(8 8)" style="transform:translate(calc(4),0)"`,
    ),
    'lengths-by-lengths': svgOf(
      '<path fill="#06c" d="M0 0h8v8H0z" style="transform:scale(calc(4px / 2px))"/>',
    ),
    rounding: svgOf(
      '<path fill="#06c" d="M8 4h8v8H8z" style="transform:rotate(round(up,12deg,5deg)) scale(sqrt(2))"/>',
    ),
    angles: svgOf(
      '<path fill="#06c" d="M8 4h8v8H8z" style="transform:rotate(atan(.5)) scale(calc(1 + sin(30deg)))"/>',
    ),
    'percentages-and-lengths': svgOf(
      '<path fill="#06c" stroke="#c06" d="M8 4h8v8H8z" style="stroke-width:calc(10% + 2px)"/><path fill="#06c" stroke="#c06" d="M2 18h8v4H2z" style="stroke-width:calc(10% + 2)"/>',
    ),
  },
  'lengths of shadows': {
    'without-units': svgOf(
      '<path fill="#06c" d="M4 4h8v8H4z" filter="drop-shadow(4 4 red)"/><path fill="#06c" d="M16 16h4v4h-4z" filter="drop-shadow(red -2.5 -2)"/>',
    ),
    'with-one-unit': svgOf('<path fill="#06c" d="M4 4h8v8H4z" filter="drop-shadow(4px 4 1 red)"/>'),
    'of-a-group': svgOf(
      '<g filter="drop-shadow(3 3 green) hue-rotate(90deg)"><path fill="#06c" d="M4 4h8v8H4z"/></g>',
    ),
    'in-a-style': svgOf('<path fill="#06c" d="M4 4h8v8H4z" style="filter:drop-shadow(4 4 red)"/>'),
    'of-a-blur': svgOf('<path fill="#06c" d="M4 4h8v8H4z" filter="blur(2)"/>'),
    computed: svgOf('<path fill="#06c" d="M4 4h8v8H4z" filter="drop-shadow(calc(4) 4px red)"/>'),
  },
  'outlines by CSS': {
    'path-of-a-rect': svgOf(
      `<rect x="4" y="4" width="9" height="9" fill="#06c" style='d:path("M0 0h24v24z")'/>`,
    ),
    'path-of-a-polygon': svgOf(
      `<polygon points="2,2 9,2 9,9" fill="#06c" style='d:path("M0 0h24v24z")'/><line x2="20" y2="20" stroke="#06c" style='d:none'/>`,
    ),
    'path-of-a-group': svgOf(
      `<g style='d:path("M0 0h24v24z")'><path fill="#06c" d="M4 4h8v8z"/></g>`,
    ),
    'path-of-all': svgOf(
      `<style>*{d:path("M0 0h24v24z")}</style><circle cx="8" cy="8" r="4" fill="#06c"/>`,
    ),
    'path-inherited': svgOf(
      `<g style='d:path("M0 0h24v24z")'><path fill="#06c" d="M4 4h8v8z" style="d:inherit"/></g>`,
    ),
    'radius-of-a-group': svgOf('<g style="r:8px"><circle cx="12" cy="12" r="3" fill="#06c"/></g>'),
    'place-inherited': svgOf(
      '<g style="x:8px"><rect width="8" height="8" fill="#06c" style="x:inherit"/></g>',
    ),
    'keyword-over-attribute': svgOf(
      '<rect x="8" y="8" width="8" height="8" fill="#06c" style="x:initial;y:revert-layer"/>',
    ),
    'place-in-em': svgOf(
      '<rect width="8" height="8" fill="#06c" style="x:1em;y:calc(4px + 4px);font-size:6px"/>',
    ),
    'place-in-percent': svgOf(
      '<rect width="8" height="8" fill="#06c" style="x:50%;height:calc(25% + 1px)"/>',
    ),
    'radii-of-an-ellipse': svgOf(
      '<ellipse cx="12" cy="12" rx="3" ry="3" fill="#06c" style="rx:calc(8px)"/>',
    ),
    'size-of-a-use': svgOf(
      '<symbol id="a" viewBox="0 0 8 8"><path fill="#06c" d="M0 0h8v8z"/></symbol><use href="#a" width="8" height="8" style="width:16px;height:16px;x:4px"/>',
    ),
  },
  'values that browsers ignore or take for 0': {
    'negative-filter': svgOf(
      '<filter id="f" width="-50"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)" width="9" height="9"/><rect y="12" width="9" height="9" fill="#06c"/>',
    ),
    'negative-step': svgOf(
      '<filter id="f" filterUnits="userSpaceOnUse" x="0" y="0" width="24" height="24"><feFlood flood-color="#06c" height="-5"/></filter><rect filter="url(#f)" width="9" height="9"/><rect y="12" width="9" height="9" fill="#c30"/>',
    ),
    'negative-gradient': svgOf(
      '<radialGradient id="g" r="-1"><stop/><stop offset="1" stop-color="#06c"/></radialGradient><path fill="url(#g)" d="M2 2h20v20H2z"/>',
    ),
    'negative-mask': svgOf(
      '<mask id="m" width="-1"><path fill="#fff" d="M0 0h24v24H0z"/></mask><path mask="url(#m)" d="M2 2h9v9H2z"/><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'negative-marker': svgOf(
      '<marker id="m" markerWidth="-3"><circle r="4"/></marker><path fill="none" stroke="#06c" marker-end="url(#m)" d="M2 2h9v9"/>',
    ),
    'negative-viewport': svgOf(
      '<svg width="-9"><path d="M2 2h9v9H2z"/></svg><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'negative-use': svgOf(
      '<symbol id="s" viewBox="0 0 9 9"><path d="M2 2h9v9H2z"/></symbol><use href="#s" height="-9"/><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'negative-corner': svgOf(
      '<rect x="2" y="2" width="20" height="20" rx="-3" ry="8" fill="#06c"/>',
    ),
    'broken-corner': svgOf(
      '<rect x="2" y="2" width="20" height="9" rx="5 px" ry="4" fill="#06c"/><ellipse cx="12" cy="17" rx="inherit" ry="4" fill="#c30"/><rect x="2" y="13" width="20" height="9" rx="" ry="4" fill="#0a0"/>',
    ),
    'broken-size-of-an-image': svgOf(
      '<image href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" width="x" height="9"/><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'broken-size-of-a-use': svgOf(
      '<symbol id="s" viewBox="0 0 9 9"><path d="M2 2h9v9H2z"/></symbol><use href="#s" width="9 9"/><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'broken-path-length': svgOf(
      '<path pathLength="x" fill="none" stroke="#06c" stroke-width="3" stroke-dasharray="1" d="M2 4h20"/><path pathLength="-1" fill="none" stroke="#c30" stroke-width="3" stroke-dasharray="1" d="M2 12h20"/>',
    ),
    'elements-in-a-style-sheet': svgOf(
      '<style>.a<g>.b{fill:red}</g>{fill:#06c}</style><path class="a" d="M2 2h9v9H2z"/>',
    ),
    'kinds-of-english': svgOf(
      '<path fill="#06c" d="M2 2h9v9H2z"/><path systemLanguage="eng, x en, de" d="M0 0h24v24H0z"/><path systemLanguage="de-1996,EN-newspeak" d="M12 12h9v9z"/>',
    ),
    'comma-behind-a-number': svgOf(
      '<filter id="f"><feOffset dx="6," dy="3,"/></filter><path filter="url(#f)" fill="#06c" d="M2 2h9v9H2z"/><path pathLength="9, " fill="none" stroke="#c30" stroke-width="3" stroke-dasharray="1" d="M2 20h20"/>',
    ),
    'current-color-as-fallback': svgOf(
      '<g color="#06c" fill="url(#no) currentColor"><path d="M2 2h9v9H2z"/><linearGradient id="l"/><path color="#c30" stroke="url(#l) currentColor" d="M12 12h9v9z"/></g>',
    ),
    'current-color-twice-in-a-value': svgOf(
      '<g color="#06c" stroke="color-mix(in srgb,currentColor,currentColor 50%)" stroke-width="3"><path d="M2 2h9v9H2z" fill="color-mix(in srgb,currentColor 50%,currentColor)"/></g><path id="currentColor" d="M14 14h6v6z"/>',
    ),
    'current-color-in-an-id': svgOf(
      '<linearGradient id="my-currentColor"><stop stop-color="#06c"/></linearGradient><g color="#c30"><path fill="url(#my-currentColor)" d="M2 2h9v9H2z"/><path style="fill:url(#my-currentColor) currentColor" d="M12 12h9v9z"/></g>',
    ),
    'paint-of-no-context': svgOf(
      '<path fill="context-fill" stroke="context-stroke" d="M2 2h9v9H2z"/><g fill="context-stroke"><path d="M2 12h9v9H2z"/></g><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'paint-of-no-context-by-rule': svgOf(
      '<style>.a{fill:context-stroke}</style><g class="a"><path d="M2 2h9v9H2z"/></g><path style="fill:#06c;stroke:context-fill" d="M12 12h9v9z"/>',
    ),
    'paint-of-no-context-in-a-pattern': svgOf(
      '<pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="3" height="3" fill="context-fill"/><rect x="3" width="3" height="3" fill="#c30"/></pattern><path fill="url(#p)" d="M2 2h20v20H2z"/>',
    ),
    'current-color-as-fallback-by-rule': svgOf(
      '<style>.a{stroke:url(#no) currentColor;color:#c30}</style><g class="a"><path fill="none" stroke-width="3" d="M2 4h20"/></g><g style="color:#06c"><path style="fill:url(#no) currentColor" d="M12 12h9v9z"/></g>',
    ),
    'broken-sizes-in-styles': svgOf(
      '<rect x="2" y="2" width="20" height="9" ry="4" style="rx:5 px" fill="#06c"/><ellipse cx="12" cy="17" rx="-3" ry="4" fill="#c30"/><path pathLength="1e" fill="none" stroke="#0a0" stroke-dasharray="1" d="M2 22h20"/>',
    ),
    'negative-pattern-and-filter': svgOf(
      '<pattern id="p" width="-6" height="6" patternUnits="userSpaceOnUse"><rect width="3" height="3" fill="#c30"/></pattern><path fill="url(#p) #06c" d="M2 2h9v9H2z"/><filter id="f" height="-1"><feOffset dx="2"/></filter><g filter="url(#f)"><path d="M12 2h9v9z"/></g><path d="M2 14h9v9H2z"/>',
    ),
    'overflow-inherited-in-a-style': svgOf(
      '<marker id="m" style="overflow:inherit"><circle r="5" fill="#06c"/></marker><g overflow="hidden"><path fill="#c30" marker-start="url(#m)" d="M12 12h9v9z"/></g>',
    ),
    'paint-of-a-context': svgOf(
      '<defs><path id="p" fill="context-fill" d="M2 2h9v9H2z"/></defs><use href="#p" fill="#c30"/><path fill="#06c" d="M12 12h9v9z"/>',
    ),
    'inherited-overflow': svgOf(
      '<marker id="m" overflow="inherit"><circle r="5" fill="#06c"/></marker><path fill="#c30" marker-start="url(#m)" d="M12 12h9v9z"/>',
    ),
    'overflow-inherited-from-a-group': svgOf(
      '<g overflow="hidden"><svg x="4" y="4" width="9" height="9" style="overflow:inherit"><circle r="9" fill="#06c"/></svg></g><g overflow="visible"><svg x="14" y="14" width="5" height="5" overflow="inherit"><circle cx="5" r="5" fill="#c30"/></svg></g>',
    ),
  },
  'lengths by the size of the font': {
    em: svgOf('<rect x=".25em" y="2" width="1em" height="0.5em" fill="#06c"/>'),
    'em-of-a-group': svgOf(
      '<g font-size="8"><rect x="1em" width="1em" height="2em" fill="#06c"/><g font-size="50%"><rect y="1em" width="1em" height="2em" fill="#c30"/></g></g>',
    ),
    'em-in-em': svgOf(
      '<g font-size=".5em"><rect font-size="2em" stroke="#c30" stroke-width=".125em" x="2" y="2" width="1em" height="1em" fill="#06c"/></g>',
    ),
    'em-of-a-style': svgOf(
      '<g style="font-size:12px"><circle style="cx:1em;cy:1em;r:calc(.5em + 1px)" fill="#06c"/></g>',
    ),
    'em-of-the-root': svgOf(
      '<path fill="none" stroke="#06c" stroke-width=".5em" stroke-dasharray="1em .25em" d="M0 12h24"/>',
      'viewBox="0 0 24 24" font-size="8"',
    ),
    'em-of-a-rule': svgOf(
      '<style>rect{width:1em;height:.75em}.b{font-size:8px;y:2em}</style><rect fill="#06c"/><rect class="b" fill="#c30"/>',
    ),
    'em-of-a-word': svgOf(
      '<g font-size="small"><rect width="1em" height="1em" fill="#06c"/><rect font-size="larger" y="14" width="1em" height=".5em" fill="#c30"/></g>',
    ),
    rem: svgOf(
      '<g font-size="3"><rect width="1rem" height=".5rem" fill="#06c"/></g><rect y="10" width="1rem" height="1rem" fill="#c30"/>',
    ),
    'rem-of-the-root': svgOf(
      '<rect x="1rem" y="1rem" width="2rem" height="1rem" font-size="20" fill="#06c"/>',
      'viewBox="0 0 24 24" font-size="5"',
    ),
    'em-of-a-nested-drawing': svgOf(
      '<svg x=".5em" y="2" width="1em" height=".75em" viewBox="0 0 8 6"><path fill="#06c" d="M0 0h8v6H0z"/></svg><symbol id="s" viewBox="0 0 9 9"><path fill="#c30" d="M0 0h9v9z"/></symbol><use href="#s" x=".25em" y="1em" width=".5em" height=".5em"/>',
    ),
    'em-of-definitions': svgOf(
      '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="1em"><stop stop-color="#06c"/><stop offset="1" stop-color="#ff0"/></linearGradient><pattern id="p" width=".5em" height=".5em" patternUnits="userSpaceOnUse"><rect width=".25em" height=".5em" fill="#c30"/></pattern><path fill="url(#g)" d="M0 0h24v11H0z"/><path fill="url(#p)" d="M0 12h24v11H0z"/>',
    ),
    'rem-in-transforms-and-sums': svgOf(
      '<rect width="6" height="6" fill="#06c" style="transform:translate(.5rem,calc(.25rem + 2px))"/><g font-size="4"><rect style="width:calc(1rem - 2px);y:1rem" height="4" fill="#c30"/></g>',
    ),
    'em-in-capitals': svgOf('<rect width="1EM" height=".5Rem" fill="#06c"/>'),
    'em-of-a-shadow': svgOf(
      '<path style="filter:drop-shadow(.25em .5em 0 #c30)" fill="#06c" d="M2 2h9v9H2z"/>',
    ),
    'em-in-a-clip': svgOf(
      '<clipPath id="c"><circle cx="1em" cy="1em" r=".5em"/></clipPath><path clip-path="url(#c)" fill="#06c" d="M0 0h24v24H0z"/>',
    ),
  },
};

/** What the page sets, and what no icon may follow. */
const PAGE = '<style>html{font-size:30px}body{font:italic 40px serif}</style>';

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio();
});

afterAll(() => studio?.close());

describe.each(
  Object.keys(GROUPS).flatMap((group) => [
    [group, 'as built by default', true] as const,
    [group, 'as plain symbols', false] as const,
  ]),
)('%s, %s', (group, _, portable) => {
  const drawings = GROUPS[group] ?? {};
  const names = Object.keys(drawings);
  /** What is off, by name. */
  let external: Readonly<Record<string, string>>;
  let inlined: Readonly<Record<string, string>>;

  beforeAll(async () => {
    // One that is refused is missing from the sprite, and so told as blank.
    const files = await buildDrawings(drawings, { portable, keepGoing: true });
    const sprite = files.get('sprite.svg') ?? '';
    studio.files.set('/sprite.svg', { type: SVG, body: sprite });
    for (const [name, svg] of Object.entries(drawings)) {
      studio.files.set(`/${name}.svg`, { type: SVG, body: svg });
    }
    const shoot = (subjectOf: (name: string) => Subject, body = ''): Promise<readonly Picture[]> =>
      studio.shoot(names.map(subjectOf), { head: PAGE, body, scale: 4 });
    const drawn = await shoot((name) => imageOf(`/${name}.svg`, 24, 24));
    external = wrongOnes(names, drawn, await shoot((name) => useOf(`/sprite.svg#${name}`, 24, 24)));
    inlined = wrongOnes(
      names,
      drawn,
      await shoot((name) => useOf(`#${name}`, 24, 24), inlineSprite(sprite)),
    );
  });

  test.each(names)('%s looks like its drawing, external and inlined', (name) => {
    expect({
      external: external[name] ?? 'right',
      inlined: inlined[name] ?? 'right',
    }).toEqual({ external: 'right', inlined: 'right' });
  });
});
