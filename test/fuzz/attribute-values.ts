import { attributeKind } from '../../src/svg/attributes.ts';
import { isRenderingProperty } from '../../src/svg/css/properties.ts';
import { cssValueOf } from './grammar-values.ts';
import type { Random } from './random.ts';
import { OUTSIDE, PRIVATE } from './words.ts';

/** A legal value of an attribute by its kind in the table of attributes. */
export function attributeValueOf(random: Random, element: string, attribute: string): string {
  const kind = attributeKind(element, attribute);
  if (kind === undefined) {
    return cssValueOf(random, isRenderingProperty(attribute) ? attribute : 'stroke-width');
  }
  return random.pick(typeof kind === 'string' ? (SAMPLES[kind] ?? ['1']) : kind);
}

/** Spellings that the grammars allow and few files have. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  aspect: ['none', 'xMidYMid', 'defer xMinYMax slice', ' xMaxYMid  meet '],
  clock: ['1s', '.5s', '00:01', '01:02:03.5', 'indefinite', '1.5min', '100ms', '2'],
  languages: ['en', 'en-US, de', 'x', `en, ${PRIVATE}`],
  length: ['0', '50%', '1e1', '1.5em', 'calc(1px + 2%)', '+3px', '-.5mm', '10 '],
  lengths: ['0', '1 2 3', '1,2', '1px -2em', '1,,2'],
  numbers: ['0', '1 2', '.5.5', '1-1', '0;1', '0 ; .5 ;1', '1e-1', '50%', '1 0 0 0 0 0 1 0 0 0'],
  orient: ['auto', 'auto-start-reverse', '45', '45deg', '1turn', 'left', '50%'],
  own: [
    '#a',
    'a',
    'a b',
    `${PRIVATE}-id`,
    `#${PRIVATE}-id`,
    OUTSIDE,
    `x#${PRIVATE}`,
    'opacity',
    '',
  ],
  path: ['M0 0h24v24z', 'm1 1a4 4 0 01.5.5', 'M0,0L9-9.5.5', 'M0 0C1 1', 'M0 0h9 x', 'none', ''],
  points: ['0 0 9 9', '0,0 9-9.5.5', '1 2 3', '0 0,'],
  transform: [
    'translate(-417.7-527.8)',
    'rotate(45,1 2)scale(2)',
    'matrix(1 0 0 1 0 0)',
    ' , translate(1) ,, skewX( 5 ) ',
    'rotate(45deg)',
    'translate(1px,2px)',
    'ROTATE(4)',
    'translate(1 2',
  ],
  values: ['0;1', '0 0;1 1', 'red;blue', '#a;#b', `${PRIVATE};1`, 'M0 0h9;M0 0h8', '0 ; 1 ;'],
  viewBox: ['0 0 24 24', '0,0,24,24', '-1-1 24 24', '0 0 24px 24', '0 0 1e1 1e1', '0 0 0 0'],
};
