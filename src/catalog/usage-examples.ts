import type { CatalogIcon } from '../emit/catalog-format.ts';
import { element } from './element.ts';
import { glyphOf } from './glyph.ts';
import type { SpriteLoader } from './sprite-loader.ts';

/** Icon in typical controls. Examples only: inert, and hidden from screen readers. */
export function createUsageExamples(
  icon: CatalogIcon,
  { sprites }: { readonly sprites: SpriteLoader },
): HTMLElement {
  const glyph = (size: number) => glyphOf(icon, size, sprites);
  const title = icon.title;
  const examples: readonly (readonly [label: string, example: HTMLElement])[] = [
    [
      'Button',
      box('ex-buttons', [
        box('ex-button ex-button--main', [glyph(20), title]),
        box('ex-button', [glyph(20)]),
      ]),
    ],
    [
      'Menu',
      box('ex-menu', [
        box('ex-menu__item ex-menu__item--on', [glyph(20), box('ex-grow', [title])]),
        box('ex-menu__item', [box('ex-dot', []), box('ex-grow', ['Another item'])]),
      ]),
    ],
    ['Input', box('ex-input', [glyph(20), box('ex-grow', ['Type here …'])])],
    [
      'Tab bar',
      box('ex-tabs', [
        box('ex-tab ex-tab--on', [glyph(24), box('ex-tab__word', [title])]),
        box('ex-tab', [box('ex-dot ex-dot--large', []), 'Second']),
        box('ex-tab', [box('ex-dot ex-dot--large', []), 'Third']),
      ]),
    ],
    [
      'Notification',
      box('ex-note', [
        box('ex-note__icon', [glyph(24)]),
        box('ex-grow', [box('ex-note__title', [title]), box('', ['Something has just happened.'])]),
      ]),
    ],
  ];
  return element('section', { class: 'contexts' }, [
    element('h3', { class: 'detail__section' }, ['In use']),
    ...examples.map(([label, example]) =>
      element('figure', { class: 'context' }, [
        element('figcaption', { class: 'context__label' }, [label]),
        element('div', { class: 'context__example', inert: true, 'aria-hidden': 'true' }, [
          example,
        ]),
      ]),
    ),
  ]);
}

function box(className: string, children: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: className }, children);
}
