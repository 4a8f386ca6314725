import type { CatalogIcon } from '../emit/catalog-format.ts';
import { button, element } from './element.ts';
import { formatBytes } from './format-bytes.ts';
import { shownName } from './shown-name.ts';
import { NO_FILTERS, type PageState } from './state.ts';

/** Metadata of an icon as a description list. */
export function createFacts(
  icon: CatalogIcon,
  { state }: { readonly state: PageState },
): HTMLElement {
  const tagButton = (query: string) =>
    button({ class: 'chip' }, [query], () =>
      state.set({ query, likes: undefined, filters: NO_FILTERS }),
    );
  const { license, author } = icon;
  const sprite = state.get().data.sprites.find(({ name }) => name === icon.sprite);
  const facts: readonly (readonly [term: string, value: readonly (Node | string)[]])[] = [
    ['Tags', icon.tags.map(tagButton)],
    ['Aliases', otherNames(icon).map((name) => code(name))],
    ['Category', icon.category ? [icon.category] : []],
    ['Size', [`${icon.width} × ${icon.height} px, viewBox `, code(icon.viewBox)]],
    ['Colors', icon.colors.flatMap((color) => colorOf(color))],
    ['Mirrors', icon.directional ? ['in right-to-left text'] : []],
    ['Source file', [code(icon.source)]],
    [
      'Sprite',
      sprite
        ? [code(sprite.file), ` ${formatBytes(sprite.bytes)}, gzip ${formatBytes(sprite.gzip)}`]
        : [],
    ],
    ['Origin', icon.origin ? [icon.origin] : []],
    ['License', license ? [link(license.spdx ?? license.title, license.url)] : []],
    ['Author', author ? [link(author.name, author.url)] : []],
    ['Trademark', icon.trademark ? [`of ${icon.trademark}`] : []],
  ];
  const nonEmpty = facts.filter(([, value]) => value.length > 0);
  return element('section', { class: 'facts' }, [
    element('h3', { class: 'detail__section' }, ['About']),
    element(
      'dl',
      { class: 'facts__list' },
      nonEmpty.flatMap(([term, value]) => [element('dt', {}, [term]), element('dd', {}, value)]),
    ),
  ]);
}

/** Names of an icon besides the one that is shown. */
function otherNames(icon: CatalogIcon): readonly string[] {
  return [icon.name, ...icon.aliases].filter((name) => name !== shownName(icon));
}

function code(text: string): HTMLElement {
  return element('code', {}, [text]);
}

function colorOf(color: string): readonly Node[] {
  const swatch = element('span', { class: 'spot', 'aria-hidden': 'true' });
  if (CSS.supports('color', color)) swatch.style.background = color;
  return [element('span', { class: 'facts__color' }, [swatch, color])];
}

/** Link to a web address. Other URLs stay text, since metadata may contain any text. */
function link(text: string, url: string | undefined): Node | string {
  if (!url || !/^https?:\/\//i.test(url)) return text;
  return element('a', { href: url, rel: 'noreferrer noopener' }, [text]);
}
