import type { CatalogIcon } from '../../emit/catalog-format.ts';
import { button, element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { createProblem } from '../problems.ts';
import { RefusedError, rename } from './api.ts';
import { openDialog } from './dialog.ts';

/** Prompts for a new name of an icon, and renames it. */
export function openRenameDialog(
  icon: CatalogIcon,
  { page, sync }: { readonly page: CatalogPage; readonly sync: () => Promise<void> },
): void {
  const dialog = openDialog({ title: `Rename ${icon.name}`, className: 'rename' });
  const input = element('input', {
    class: 'field__input',
    id: 'catalog--rename',
    type: 'text',
    autocomplete: 'off',
    maxlength: 200,
    autocapitalize: 'none',
    spellcheck: 'false',
    value: icon.name,
  });
  const keepAliasInput = element('input', {
    class: 'toggle__input',
    type: 'checkbox',
    checked: true,
  });
  const list = element('ul', { class: 'problems__list' });
  const errors = element('div', { role: 'alert' });
  const submit = button({ class: 'button button--main' }, ['Rename'], () => form.requestSubmit());
  const form = element('form', { class: 'name-form' }, [
    element('div', { class: 'field' }, [
      element('label', { class: 'field__label', for: input.id }, ['New name']),
      input,
    ]),
    element('label', { class: 'toggle' }, [
      keepAliasInput,
      `Keep “${icon.name}” as an alias, so that code that uses it still works`,
    ]),
    errors,
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void apply();
  });

  async function apply(): Promise<void> {
    submit.disabled = true;
    try {
      const { name } = await rename({
        from: icon.name,
        to: input.value,
        keepAlias: keepAliasInput.checked,
      });
      await sync();
      dialog.close();
      page.openIcon(name);
      page.announce(`Renamed ${icon.name} to ${name}.`);
    } catch (error) {
      list.replaceChildren(...problemsOf(error, icon));
      errors.replaceChildren(list);
      input.focus();
    } finally {
      submit.disabled = false;
    }
  }

  dialog.body.append(form);
  dialog.footer.append(button({ class: 'button' }, ['Cancel'], dialog.close), submit);
  input.focus();
  input.select();
}

function problemsOf(error: unknown, { source: file }: CatalogIcon): readonly HTMLElement[] {
  if (error instanceof RefusedError) return error.refused.problems.map(createProblem);
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'Try again. If that does not help, restart the preview.';
  return [createProblem({ code: 'write-failed', severity: 'error', file, message, hint })];
}
