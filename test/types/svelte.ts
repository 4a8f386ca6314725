import { createIcon, Icon } from 'iconloom/svelte';
import { type ComponentProps, mount } from 'svelte';
import * as set from './set.js';

const Own = createIcon(set);
declare const target: HTMLElement;

mount(Own, {
  target,
  props: { name: 'box', size: 24, label: 'A box', class: ['a'], onclick() {} },
});
mount(Icon, { target, props: { name: 'anything' } });
// @ts-expect-error: there is no such icon
mount(Own, { target, props: { name: 'bx' } });
// @ts-expect-error: an icon has a name
mount(Own, { target, props: {} });
// @ts-expect-error: there is no such way to flip
mount(Own, { target, props: { name: 'box', flip: 'ltr' } });

export const props: ComponentProps<typeof Own> = { name: 'back', color: ['red'], ref: null };
