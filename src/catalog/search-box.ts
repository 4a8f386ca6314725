import { button, element } from './element.ts';
import type { PageState } from './state.ts';
import { uiIcon } from './ui-icons.ts';

/** Search field. */
export interface SearchBox {
  readonly node: HTMLElement;
  readonly focus: () => void;
  /** Calls back when ArrowDown or Enter is pressed in it. */
  readonly onArrowDown: (listener: () => void) => void;
}

/** @param otherSearches element with other ways to search */
export function createSearchBox(state: PageState, otherSearches: HTMLElement): SearchBox {
  const input = element('input', {
    class: 'search__input',
    type: 'search',
    id: 'catalog--search',
    placeholder: 'Search by name, tag or title',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'aria-keyshortcuts': '/',
  });
  const clear = button(
    { class: 'button--small search__clear', 'aria-label': 'Clear the search', hidden: true },
    [uiIcon('close', 16)],
    () => {
      state.set({ query: '', likes: undefined });
      input.focus();
    },
  );
  const listeners: (() => void)[] = [];
  input.addEventListener('input', () => state.set({ query: input.value, likes: undefined }));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    for (const each of listeners) each();
  });
  state.watch(({ query, likes }) => {
    if (input.value !== query) input.value = query;
    clear.hidden = query === '' && !likes;
  });
  return {
    node: element('search', { class: 'search' }, [
      element('label', { class: 'unseen', for: 'catalog--search' }, ['Search the icons']),
      element('div', { class: 'search__field' }, [
        uiIcon('search'),
        input,
        clear,
        element('kbd', { class: 'search__key', 'aria-hidden': 'true' }, ['/']),
      ]),
      otherSearches,
    ]),
    focus() {
      input.focus();
      input.select();
    },
    onArrowDown: (each) => void listeners.push(each),
  };
}
