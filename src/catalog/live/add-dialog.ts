import type { Inspection, NameConflict, PreviewProblem, SvgInput } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { formatBytes } from '../format-bytes.ts';
import type { CatalogPage } from '../page.ts';
import { previewSource, RefusedError, save } from './api.ts';
import { type Dialog, openDialog } from './dialog.ts';
import type { DroppedSource } from './dropped-sources.ts';
import { createIconPreview } from './icon-preview.ts';
import { createNameForm, type NameForm } from './name-form.ts';
import { createProblemReport } from './problem-report.ts';

export interface AddDialogOptions {
  readonly page: CatalogPage;
  /** `2 of 5` when there are several, else ''. */
  readonly position: string;
  readonly fallback: HTMLElement;
  /** Maximum size of a file in bytes. */
  readonly maxBytes: number;
  /** Updates the page from the disk. */
  readonly sync: () => Promise<void>;
}

/** Delay in ms after typing before the name is checked. */
const DEBOUNCE = 250;

/**
 * Shows what a source would become, and saves it on request. Resolves with the name of the icon, or
 * with `undefined` when it was not saved.
 */
export function openAddDialog(
  source: DroppedSource,
  options: AddDialogOptions,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    void new AddDialog(source, options, resolve).refreshPreview();
  });
}

/** Dialog of one source: its last preview by the server, and edits since. */
class AddDialog {
  readonly #source: DroppedSource;
  readonly #options: AddDialogOptions;
  readonly #dialog: Dialog;
  readonly #preview = element('div', { class: 'add__shown' });
  readonly #form: NameForm;
  readonly #saveButton: HTMLButtonElement;
  #saved: string | undefined;
  /** Source as it would be saved: as read, or with fixes. */
  #payload: SvgInput | undefined;
  #result: Inspection | undefined;
  #requestCount = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    source: DroppedSource,
    options: AddDialogOptions,
    onClose: (saved: string | undefined) => void,
  ) {
    const { page, position, fallback } = options;
    this.#source = source;
    this.#options = options;
    this.#dialog = openDialog({
      title: position === '' ? 'Add an icon' : `Add an icon (${position})`,
      className: 'add',
      fallback,
      onClose: () => {
        clearTimeout(this.#typing);
        onClose(this.#saved);
      },
    });
    this.#form = createNameForm({
      page,
      onEdit: () => this.#handleEdit(),
      onReplace: (taken) => void this.#save(taken),
      onCancel: this.#dialog.close,
    });
    this.#form.node.hidden = true;
    this.#saveButton = button({ class: 'button button--main', disabled: true }, ['Save'], () =>
      this.#save(undefined),
    );
    const { file } = source;
    const fileLabel = element('p', { class: 'add__file' }, [file === '' ? 'Pasted SVG' : file]);
    const cancelLabel = position === '' ? 'Cancel' : 'Skip';
    const cancelButton = button({ class: 'button' }, [cancelLabel], this.#dialog.close);
    this.#dialog.body.append(fileLabel, this.#preview, this.#form.node);
    this.#dialog.footer.append(cancelButton, this.#saveButton);
  }

  /** Previews the source as it is now; outdated responses are ignored. */
  async refreshPreview(notice?: string): Promise<void> {
    this.#requestCount += 1;
    const request = this.#requestCount;
    this.#saveButton.disabled = true;
    try {
      const next = await this.#requestPreview();
      if (request !== this.#requestCount) return;
      this.#renderResult(next);
      this.#dialog.announce([notice, summarize(next)].filter(Boolean).join(' '));
    } catch (error) {
      if (request === this.#requestCount) this.#showError(error);
    }
  }

  async #requestPreview(): Promise<Inspection> {
    const { file, bytes, read } = this.#source;
    const { maxBytes } = this.#options;
    if (bytes > maxBytes) throw new Error(`The file is larger than ${formatBytes(maxBytes)}.`);
    this.#payload ??= await read();
    const { name, meta } = this.#form.values();
    // Before the first proposal, the fields are empty.
    const metaOverride = this.#result && { meta };
    return previewSource({ ...this.#payload, file, ...(name !== '' && { name }), ...metaOverride });
  }

  #handleEdit(): void {
    // At once, since a click before the next preview would have no effect.
    this.#saveButton.disabled = true;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refreshPreview(), DEBOUNCE);
  }

  #renderResult(next: Inspection): void {
    this.#result = next;
    const report = createProblemReport(next, {
      onFix: () => void this.#fix(),
      openIcon: (name) => this.#closeAndOpen(name),
    });
    const picture = createIconPreview(next, this.#source.bytes, this.#options.page);
    this.#preview.replaceChildren(...(picture ? [picture] : []), report);
    this.#form.node.hidden = next.icon === undefined;
    this.#form.show(next);
    this.#saveButton.disabled = !canSave(next);
  }

  async #fix(): Promise<void> {
    const { fixed } = this.#result ?? {};
    if (!fixed) return;
    const before = this.#payload;
    this.#payload = { svg: fixed.svg };
    this.#dialog.heading.focus();
    await this.refreshPreview(
      fixed.count === 1 ? 'One fix was applied.' : `${fixed.count} fixes were applied.`,
    );
    if (this.#result?.icon) return;
    this.#payload = before;
    await this.refreshPreview('The fixes would break the icon, so they were undone.');
  }

  async #save(conflict: NameConflict | undefined): Promise<void> {
    const { icon } = this.#result ?? {};
    if (!icon) return;
    const { name, meta } = this.#form.values();
    if (name === '') return this.#form.focusName();
    this.#saveButton.disabled = true;
    try {
      const replace = conflict && { replace: conflict.hash };
      const result = await save({ name, svg: icon.svg, meta, ...replace });
      await this.#options.sync();
      this.#saved = result.name;
      this.#dialog.close();
    } catch (error) {
      this.#showError(error);
    }
  }

  #showError(error: unknown): void {
    const { problems, taken } = error instanceof RefusedError ? error.refused : NO_REFUSAL;
    if (taken && this.#result) {
      this.#renderResult({ ...this.#result, taken });
      this.#dialog.announce(`An icon named ${taken.name} already exists.`);
      this.#form.focusName();
      return;
    }
    const list = problems.length > 0 ? problems : [toProblem(error, this.#source.file)];
    const { fixed: _, ...rest } = this.#result ?? EMPTY_RESULT;
    this.#renderResult({ ...rest, problems: list });
    this.#dialog.announce(list.map(({ message }) => message).join(' '));
  }

  #closeAndOpen(name: string): void {
    this.#dialog.close();
    this.#options.page.openIcon(name);
  }
}

interface Refusal {
  readonly problems: readonly PreviewProblem[];
  readonly taken?: NameConflict;
}

const NO_REFUSAL: Refusal = { problems: [] };
const EMPTY_RESULT: Inspection = {
  name: '',
  title: '',
  tags: [],
  category: '',
  problems: [],
  family: [],
  twins: [],
};

function canSave({ icon, taken }: Inspection): boolean {
  return icon !== undefined && !taken;
}

function summarize({ icon, problems, taken }: Inspection): string {
  if (!icon) return `This cannot be an icon yet: ${problems.map((each) => each.message).join(' ')}`;
  const count = problems.length === 1 ? 'One problem' : `${problems.length || 'No'} problems`;
  return `${count}.${taken ? ` An icon named ${taken.name} already exists.` : ''}`;
}

function toProblem(error: unknown, file: string): PreviewProblem {
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'Try again. If that does not help, restart the preview.';
  return { code: 'file-unreadable', severity: 'error', file, message, hint };
}
