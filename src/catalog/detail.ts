import type { CatalogIcon } from '../emit/catalog-format.ts';
import { createCompare } from './compare.ts';
import { createCopyPanel } from './copy-panel.ts';
import { button, element } from './element.ts';
import { createFacts } from './facts.ts';
import { ownTitle } from './icon-title.ts';
import { createLayers } from './layers.ts';
import { createOverlay } from './overlay-dialog.ts';
import { createPreview } from './preview.ts';
import { createDeprecation, createProblems } from './problems.ts';
import { shownName } from './shown-name.ts';
import type { SpriteLoader } from './sprite-loader.ts';
import { type CatalogState, findIcon, type PageState } from './state.ts';
import { uiIcon } from './ui-icons.ts';
import { createUsageExamples } from './usage-examples.ts';

/** Details of one icon: preview, problems, snippets and metadata. */
export interface Detail {
  readonly node: HTMLElement;
  /** Focuses its heading. */
  readonly focus: () => void;
  /** Handles a key that was pressed on an icon of the grid. */
  readonly shortcut: (event: KeyboardEvent, icon: CatalogIcon) => void;
  /** Calls back for each icon that is shown, with a container for further controls. */
  readonly onShow: (listener: (icon: CatalogIcon, container: HTMLElement) => void) => void;
}

export interface DetailOptions {
  readonly state: PageState;
  readonly sprites: SpriteLoader;
  readonly announce: (text: string) => void;
  readonly openIcon: (name: string) => boolean;
}

export function createDetail(options: DetailOptions): Detail {
  const { state, sprites, openIcon } = options;
  const heading = element('h2', { class: 'detail__name', id: 'catalog--detail', tabindex: -1 });
  const title = element('p', { class: 'detail__title' });
  const close = button(
    { class: 'button button--plain', 'aria-label': 'Close the details' },
    [uiIcon('close')],
    () => state.set({ open: undefined }),
  );
  const head = element('div', { class: 'detail__head' }, [
    element('div', { class: 'detail__words' }, [heading, title]),
    close,
  ]);
  const content = element('div', { class: 'detail__content' });
  const node = element(
    'section',
    { class: 'detail', 'aria-labelledby': heading.id, hidden: true },
    [head, content],
  );
  const overlay = createOverlay(node);
  const copy = createCopyPanel(options);
  const listeners: ((icon: CatalogIcon, container: HTMLElement) => void)[] = [];
  let currentIcon: CatalogIcon | undefined;

  function show(icon: CatalogIcon): void {
    const isAnother = icon.name !== currentIcon?.name;
    const [top, focused] = [
      content.scrollTop,
      controls().indexOf(document.activeElement as HTMLElement),
    ];
    currentIcon = icon;
    heading.textContent = shownName(icon);
    title.textContent = ownTitle(icon);
    title.hidden = title.textContent === '';
    const container = element('div', { class: 'detail__more' });
    const parts = [
      createPreview(icon, options),
      createDeprecation(icon, { data: state.get().data, openIcon }),
      container,
      createProblems(icon),
      createLayers(icon, options),
      copy.show(icon),
      createCompare(icon, options),
      createUsageExamples(icon, options),
      createFacts(icon, options),
    ];
    content.replaceChildren(...parts.filter((part) => part !== undefined));
    for (const listener of listeners) listener(icon, container);
    content.scrollTop = isAnother ? 0 : top;
    // Keeps the focus when the icon that is shown changes.
    if (!isAnother && focused >= 0) controls()[focused]?.focus({ preventScroll: true });
  }

  function controls(): HTMLElement[] {
    return [...content.querySelectorAll<HTMLElement>('button, input, a[href]')];
  }

  function update(): void {
    const { open, data } = state.get();
    const icon = open === undefined ? undefined : findIcon(data, open);
    node.hidden = icon === undefined;
    overlay.set(icon !== undefined);
    if (icon) show(icon);
    else currentIcon = undefined;
    if (!icon && open !== undefined) state.set({ open: undefined });
  }

  /** Values that are shown of an icon besides its symbol. */
  function displayedValues({ data, open }: CatalogState): readonly unknown[] {
    const icon = open === undefined ? undefined : findIcon(data, open);
    const sprite = data.sprites.find(({ name }) => name === icon?.sprite);
    return [open, icon, sprite?.bytes, sprite?.gzip];
  }

  sprites.onLoad(update);
  state.watch((now, before) => {
    if (now.open === before.open && now.data === before.data) return;
    const facts = displayedValues(before);
    if (displayedValues(now).some((fact, index) => fact !== facts[index])) update();
  });
  return {
    node,
    focus: () => heading.focus(),
    shortcut(event, icon) {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() !== 'c' || !isPlain || !state.get().shortcuts) return;
      event.preventDefault();
      copy.name(icon);
    },
    onShow(listener) {
      listeners.push(listener);
      // Details that the URL names are open already.
      if (currentIcon) update();
    },
  };
}
