import type { CatalogData, CatalogIcon } from '../core/catalog.ts';
import { createAnnouncer } from './announce.ts';
import { createDetail } from './detail.ts';
import { takeFiles } from './drops.ts';
import { element } from './element.ts';
import { createGrid } from './grid.ts';
import { createHeader } from './header.ts';
import { handleKeys } from './keys.ts';
import { followLinks } from './links.ts';
import { applyLook } from './look.ts';
import { recall, remember } from './remember.ts';
import { openResults } from './results.ts';
import { createShowBar } from './show-bar.ts';
import { createSidebar } from './sidebar.ts';
import { openSprites, type Sprites } from './sprites.ts';
import { iconNamed, openState, type PageState } from './state.ts';

/** Page, as extensions see it. */
export interface CatalogPage {
  /** Current data. */
  readonly data: CatalogData;
  readonly root: HTMLElement;
  /** Container for buttons of the whole page. */
  readonly toolbar: HTMLElement;
  readonly state: PageState;
  readonly sprites: Sprites;
  /** Calls back for each icon whose details are shown, with a container for further controls. */
  readonly onDetails: (add: (icon: CatalogIcon, place: HTMLElement) => void) => void;
  /** Adds a handler of dropped or pasted files, which returns `true` if it accepts them. */
  readonly onFiles: (take: (files: readonly File[]) => boolean) => void;
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

export function openPage(root: HTMLElement, first: CatalogData): CatalogPage {
  const state = openState(first, {});
  state.set(recall(state.get()));
  const sprites = openSprites(first, document);
  const announcer = createAnnouncer();
  const announce = announcer.say;
  const takers: ((files: readonly File[]) => boolean)[] = [];

  function openIcon(name: string): boolean {
    const icon = iconNamed(state.get().data, name);
    if (icon) state.set({ open: icon.name });
    return icon !== undefined;
  }

  const header = createHeader({ state, sprites, announce });
  const sidebar = createSidebar(state);
  const detail = createDetail({ state, sprites, announce, openIcon });
  const grid = createGrid(sprites, {
    onOpen: (icon) => {
      state.set({ open: icon.name });
      detail.focus();
    },
    onKey: (event, icon) => detail.shortcut(event, icon),
  });
  const results = openResults({
    ...{ state, grid, announce },
    before: sidebar.opener,
    after: createShowBar(state),
  });

  root.replaceChildren(
    element('a', { class: 'skip', href: '#catalog--icons' }, ['Skip to the icons']),
    header.node,
    element('div', { class: 'body' }, [
      sidebar.node,
      element('main', { class: 'main', id: 'catalog--icons', tabindex: -1 }, [
        results.node,
        grid.node,
      ]),
      detail.node,
    ]),
    announcer.node,
  );
  applyLook(state, root);
  remember(state);
  results.show();
  takeFiles(root, (files) => {
    const isTaken = takers.some((take) => take(files));
    const picture = files.find(({ type }) => type.startsWith('image/'));
    if (!isTaken && picture) void header.findLike(picture);
    else if (!isTaken) announce('This file is not an image.');
  });
  followLinks({ state, openIcon, reveal: grid.reveal });
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
    onFiles: (take) => void takers.push(take),
    openIcon,
    refresh(data, symbols) {
      sprites.refresh(data, symbols);
      state.set({ data });
    },
    announce,
  };
}
