import { loadSprite, localSet } from 'iconloom/cross-origin';
import { defineIconElement, type IconElement } from 'iconloom/element';
import { createIconHtml, iconHtml } from 'iconloom/html';
import { inlineSprite } from 'iconloom/inline';
import * as set from './set.js';

const Own = defineIconElement(set, 'app-icon');
if (Own) {
  const own = new Own();
  own.name = 'back';
  own.color = ['red'];
  own.size = 24;
  // @ts-expect-error: there is no such icon
  own.name = 'bx';
  // @ts-expect-error: there is no such way to flip
  own.flip = 'ltr';
}
const bound: IconElement = document.createElement('iconloom-icon');
bound.name = 'anything';

const icon = createIconHtml(localSet(set));
export const markup: string[] = [
  icon('box', { size: 24, label: 'A box', class: 'a', 'data-mine': true }),
  iconHtml('anything'),
  // @ts-expect-error: there is no such icon
  icon('bx'),
  // @ts-expect-error: there is no such way to flip
  icon('box', { flip: 'ltr' }),
];

export async function load(root: ShadowRoot): Promise<void> {
  await loadSprite(new URL('https://cdn.test/sprite.svg'), { root });
  inlineSprite('<svg/>', { root });
  // @ts-expect-error: a sprite goes into a document or a shadow root
  inlineSprite('<svg/>', { root: document.body });
}
