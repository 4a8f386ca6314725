/** @jsxImportSource vue */
import { createIcon, Icon } from 'iconloom/vue';
import { h } from 'vue';
import * as set from './set.js';

const Own = createIcon(set);

export const right = [
  <Own name="box" size={24} label="A box" flip="rtl" color="red" class="a" style="margin: 0" />,
  <Own name="back" color={['red']} onClick={() => {}} data-mine="" key="x" />,
  h(Own, { name: 'box', size: '2em' }),
  <Icon name="anything" />,
];

export const wrong = [
  // @ts-expect-error: there is no such icon
  <Own name="bx" />,
  // @ts-expect-error: there is no such icon
  h(Own, { name: 'bx' }),
  // @ts-expect-error: an icon has a name
  <Own />,
  // @ts-expect-error: there is no such way to flip
  <Own name="box" flip="ltr" />,
];
