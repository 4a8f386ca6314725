import type { EditableMeta, Inspection, NameConflict } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { glyphOf } from '../glyph.ts';
import type { CatalogPage } from '../page.ts';
import { findIcon } from '../state.ts';
import { uiIcon } from '../ui-icons.ts';
import { symbolGlyph } from './icon-preview.ts';
import { describeName } from './name-note.ts';

/** Name, title and tags of a new icon. */
export interface NameForm {
  readonly node: HTMLElement;
  /** Fills in what is proposed, except in fields that were edited. */
  readonly show: (result: Inspection) => void;
  readonly values: () => { readonly name: string; readonly meta: Required<EditableMeta> };
  /** True if a field was edited. */
  readonly isEdited: () => boolean;
  /** Focuses the name. */
  readonly focusName: () => void;
  /** Focuses the choices for a name in use. */
  readonly focusConflict: () => void;
}

export interface NameFormOptions {
  readonly page: CatalogPage;
  /** Called after each edit. */
  readonly onEdit: () => void;
  readonly onReplace: (taken: NameConflict) => void;
  readonly onCancel: () => void;
}

let count = 0;

export function createNameForm({ page, onEdit, onReplace, onCancel }: NameFormOptions): NameForm {
  count += 1;
  const name = field(`name-${count}`, 'Name', 'Used in code, such as arrow-left.');
  const title = field(`title-${count}`, 'Title', 'Shown to people, such as “Arrow left”.');
  const tags = field(`tags-${count}`, 'Tags', 'Search words, separated by commas.');
  const category = field(`category-${count}`, 'Category', 'One word that groups icons.');
  const categoryOptions = element('datalist', { id: `catalog--add-categories-${count}` });
  category.input.setAttribute('list', categoryOptions.id);
  const notice = element('div', { class: 'taken', role: 'group', hidden: true });
  notice.setAttribute('aria-label', 'This name is in use');
  const edited = new Set<HTMLInputElement>();
  for (const { input } of [name, title, tags, category]) {
    input.addEventListener('input', () => {
      edited.add(input);
      // At once; other names are described by the next preview.
      if (input === name.input && input.value.trim() === '') showNameNote('');
      onEdit();
    });
  }
  name.input.setAttribute('autocapitalize', 'none');
  name.input.spellcheck = false;

  const setUnlessEdited = (input: HTMLInputElement, value: string) => {
    if (!edited.has(input)) input.value = value;
  };

  function showNameNote(saved: string): void {
    const { text, isError } = describeName(name.input.value, saved);
    name.note.textContent = text;
    name.note.classList.toggle('field__note--error', isError);
    if (isError) name.input.setAttribute('aria-invalid', 'true');
    else name.input.removeAttribute('aria-invalid');
  }

  function focusName(): void {
    name.input.focus();
    name.input.select();
  }

  function showConflict({ taken, icon }: Inspection): void {
    notice.hidden = taken === undefined;
    if (!taken) {
      notice.replaceChildren();
      return;
    }
    const existing = findIcon(page.data, taken.name);
    const { obstacle } = taken;
    notice.replaceChildren(
      element('p', { class: 'taken__what' }, [
        uiIcon('warning'),
        element('span', {}, [`An icon named “${taken.name}” already exists. ${obstacle ?? ''}`]),
      ]),
      element('div', { class: 'taken__pictures', 'data-ground': 'light' }, [
        existing && iconFigure('Now', glyphOf(existing, 48, page.sprites)),
        icon && iconFigure('New', symbolGlyph(icon.href, 48)),
      ]),
      element('div', { class: 'taken__choices' }, [
        obstacle === undefined &&
          icon &&
          button({ class: 'button' }, [`Replace ${taken.name}`], () => onReplace(taken)),
        button({ class: 'button' }, ['Choose another name'], focusName),
        button({ class: 'button' }, ['Cancel'], onCancel),
      ]),
    );
  }

  return {
    node: element('section', { class: 'name-form', 'aria-label': 'Name and metadata' }, [
      name.node,
      notice,
      title.node,
      tags.node,
      category.node,
      categoryOptions,
    ]),
    show(result) {
      setUnlessEdited(name.input, result.name);
      setUnlessEdited(title.input, result.title);
      setUnlessEdited(tags.input, result.tags.join(', '));
      setUnlessEdited(category.input, result.category);
      categoryOptions.replaceChildren(
        ...categoriesOf(page).map((value) => element('option', { value })),
      );
      showNameNote(result.name);
      showConflict(result);
    },
    values: () => ({
      name: name.input.value.trim(),
      meta: {
        title: title.input.value.trim(),
        tags: listOf(tags.input.value),
        category: category.input.value.trim(),
      },
    }),
    isEdited: () => edited.size > 0,
    focusName,
    focusConflict: () => notice.querySelector('button')?.focus(),
  };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

function categoriesOf({ data }: CatalogPage): readonly string[] {
  return [...new Set(data.icons.map(({ category }) => category ?? '').filter(Boolean))].sort();
}

function field(id: string, label: string, description: string) {
  const [inputId, descriptionId] = [`catalog--add-${id}`, `catalog--add-${id}-about`];
  const input = element('input', {
    class: 'field__input',
    id: inputId,
    type: 'text',
    autocomplete: 'off',
    maxlength: 200,
    'aria-describedby': descriptionId,
  });
  const note = element('strong', { class: 'field__note' });
  const node = element('div', { class: 'field' }, [
    element('label', { class: 'field__label', for: inputId }, [label]),
    input,
    element('p', { class: 'field__about', id: descriptionId }, [description, ' ', note]),
  ]);
  return { node, input, note };
}

function iconFigure(label: string, node: Element): HTMLElement {
  return element('figure', { class: 'taken__picture' }, [
    element('div', { class: 'ground' }, [node]),
    element('figcaption', {}, [label]),
  ]);
}
