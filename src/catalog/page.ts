import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { createAnnouncer } from './announce.ts';
import { applyAppearance } from './appearance.ts';
import { createDetail } from './detail.ts';
import { createDisplayOptions } from './display-options.ts';
import { createDropZone } from './drop-zone.ts';
import { element } from './element.ts';
import { showFavicon } from './favicon.ts';
import { Grid } from './grid.ts';
import { createHeader } from './header.ts';
import { handleKeys } from './keys.ts';
import { findLinkedIcon } from './linked-icon.ts';
import { syncTitle } from './page-title.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import { createResults } from './results.ts';
import { createSidebar } from './sidebar.ts';
import { createSpriteLoader, type SpriteLoader } from './sprite-loader.ts';
import { createState, type PageState } from './state.ts';
import { syncAddress } from './sync-address.ts';
import { createUnknownLink } from './unknown-link.ts';

/** Page, as extensions see it. */
export interface CatalogPage {
  /** Current data. */
  readonly data: CatalogData;
  readonly root: HTMLElement;
  /** Container for buttons of the whole page. */
  readonly toolbar: HTMLElement;
  readonly state: PageState;
  readonly sprites: SpriteLoader;
  /** Calls back for each icon whose details are shown, with a container for further controls. */
  readonly onDetails: (listener: (icon: CatalogIcon, container: HTMLElement) => void) => void;
  /** Adds a handler of dropped or pasted files, which returns `true` if it accepts them. */
  readonly onFiles: (handler: (files: readonly File[]) => boolean) => void;
  /** Shows the details of an icon by its name or alias; returns whether it exists. */
  readonly openIcon: (name: string) => boolean;
  /**
   * Replaces the data and keeps all other state.
   *
   * @param symbols texts of changed symbols by icon name. Default: any may have changed, so that
   * sprites are loaded again.
   */
  readonly refresh: (data: CatalogData, symbols?: Readonly<Record<string, string>>) => void;
  /** Announces a text to screen readers. */
  readonly announce: (text: string) => void;
}

export function openPage(root: HTMLElement, initialData: CatalogData): CatalogPage {
  const state = createState(initialData, {});
  state.set(loadPreferences(state.get()));
  const sprites = createSpriteLoader(initialData, document);
  const announcer = createAnnouncer();
  const announce = announcer.announce;
  const fileHandlers: ((files: readonly File[]) => boolean)[] = [];

  function openIcon(name: string): boolean {
    const icon = findLinkedIcon(state.get().data, name);
    if (icon) state.set({ open: icon.name });
    return icon !== undefined;
  }

  const header = createHeader({ state, sprites, announce });
  const sidebar = createSidebar(state);
  const detail = createDetail({ state, sprites, announce, openIcon });
  const grid = new Grid(sprites, {
    onOpen: (icon) => {
      state.set({ open: icon.name });
      detail.focus();
    },
    onKey: (event, icon) => detail.shortcut(event, icon),
  });
  const unknownLink = createUnknownLink({ state, announce });
  const results = createResults({
    state,
    grid,
    announce,
    before: sidebar.opener,
    after: createDisplayOptions(state),
  });

  root.replaceChildren(
    element('a', { class: 'skip', href: '#catalog--icons' }, ['Skip to the icons']),
    header.node,
    element('div', { class: 'body' }, [
      element('div', { class: 'side' }, [header.sketchPanel, sidebar.node]),
      element('main', { class: 'main', id: 'catalog--icons', tabindex: -1 }, [
        unknownLink,
        results.node,
        grid.node,
      ]),
      detail.node,
    ]),
    announcer.node,
  );
  applyAppearance(state, root);
  savePreferences(state);
  results.show();
  createDropZone(root, (files) => {
    const isHandled = fileHandlers.some((handler) => handler(files));
    const picture = files.find(({ type }) => type.startsWith('image/'));
    if (!isHandled && picture) void header.searchByImage(picture);
    else if (!isHandled) announce('This file is not an image.');
  });
  syncAddress({ state, reveal: (name) => grid.reveal(name) });
  syncTitle(state);
  void showFavicon(state, sprites);
  handleKeys({ state, header, grid, detail, sidebar });

  return {
    get data() {
      return state.get().data;
    },
    root,
    toolbar: header.toolbar,
    state,
    sprites,
    onDetails: detail.onShow,
    onFiles: (handler) => void fileHandlers.push(handler),
    openIcon,
    refresh(data, symbols) {
      sprites.refresh(data, symbols);
      state.set({ data });
    },
    announce,
  };
}
