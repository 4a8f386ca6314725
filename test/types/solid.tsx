/** @jsxImportSource solid-js */
import { createIcon, Icon } from 'iconloom/solid';
import * as set from './set.js';

const Own = createIcon(set);
let svg: SVGSVGElement | undefined;

export const right = [
  <Own name="box" size={24} label="A box" flip="rtl" color="red" class="a" ref={svg} />,
  <Own name="back" color={['red']} onClick={(event) => event.currentTarget.viewBox} data-mine="" />,
  <Icon name="anything" />,
];

export const wrong = [
  // @ts-expect-error: there is no such icon
  <Own name="bx" />,
  // @ts-expect-error: an icon has a name
  <Own />,
  // @ts-expect-error: icons have no content
  <Own name="box">text</Own>,
  // @ts-expect-error: icons have no content
  <Own name="box" innerHTML="" />,
  // @ts-expect-error: icons have no content
  <Own name="box" textContent="" />,
  // @ts-expect-error: there is no such way to flip
  <Own name="box" flip="ltr" />,
];
