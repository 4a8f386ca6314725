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

/** The page, for what is added to it. */
export interface CatalogPage {
  /** The data as it is now. */
  readonly data: CatalogData;
  readonly root: HTMLElement;
  /** Where buttons for the whole page go. */
  readonly toolbar: HTMLElement;
  readonly state: PageState;
  readonly sprites: Sprites;
  /** Called for each icon whose details are shown, with the place for more to do with it. */
  readonly onDetails: (add: (icon: CatalogIcon, place: HTMLElement) => void) => void;
  /** Asked first about files that are dropped on the page or pasted; `true` where it takes them. */
  readonly onFiles: (take: (files: readonly File[]) => boolean) => void;
  /** Shows the details of an icon, by its name or a further one; says whether there is one. */
  readonly openIcon: (name: string) => boolean;
  /**
   * Shows new data in the place of the old, and leaves all else as it is.
   *
   * @param symbols texts of the symbols that look different, by name of icon. Default: all may, so
   * that sprites are loaded anew.
   */
  readonly refresh: (data: CatalogData, symbols?: Readonly<Record<string, string>>) => void;
  /** Says something to screen readers. */
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
    else if (!isTaken) announce('This is no picture.');
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
