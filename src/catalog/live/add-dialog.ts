import type { Inspection, NameConflict, SvgInput } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { formatBytes } from '../format-bytes.ts';
import type { CatalogPage } from '../page.ts';
import { previewSource, save } from './api.ts';
import { type Dialog, openDialog } from './dialog.ts';
import type { DroppedSource } from './dropped-sources.ts';
import { formatCount } from './format-number.ts';
import { createIconPreview } from './icon-preview.ts';
import { createNameForm, type NameForm } from './name-form.ts';
import { createProblemReport } from './problem-report.ts';
import { EMPTY_RESULT, toRefusal } from './refusal.ts';
import { type Blocker, blockerOf, createSaveControl, type SaveControl } from './save-status.ts';
import { summarize } from './summary.ts';

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

/** Open dialog. */
export interface AddSession {
  /** Name of the saved icon, or `undefined` if it was not saved. */
  readonly done: Promise<string | undefined>;
  readonly source: () => DroppedSource;
  /** Shows another version of the source; edited fields stay. */
  readonly replaceSource: (source: DroppedSource) => void;
  readonly setPosition: (position: string) => void;
}

/** Shows what a source would become, and saves it on request. */
export function openAddDialog(source: DroppedSource, options: AddDialogOptions): AddSession {
  let onClose: (saved: string | undefined) => void = () => {};
  const done = new Promise<string | undefined>((resolve) => {
    onClose = resolve;
  });
  const dialog = new AddDialog(source, options, onClose);
  void dialog.refreshPreview();
  return {
    done,
    source: () => dialog.source,
    replaceSource: (next) => dialog.replaceSource(next),
    setPosition: (position) => dialog.setPosition(position),
  };
}

/** Dialog of one source: its last preview by the server, and edits since. */
class AddDialog {
  source: DroppedSource;
  readonly #options: AddDialogOptions;
  readonly #dialog: Dialog;
  readonly #preview = element('div', { class: 'add__shown' });
  readonly #form: NameForm;
  readonly #fileLabel = element('p', { class: 'add__file' });
  readonly #cancelButton: HTMLButtonElement;
  readonly #saveControl: SaveControl;
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
    this.source = source;
    this.#options = options;
    this.#dialog = openDialog({
      title: '',
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
    this.#saveControl = createSaveControl({
      onSave: () => void this.#save(undefined),
      onBlocked: (blocker, reason) => this.#leadTo(blocker, reason),
    });
    this.#cancelButton = button({ class: 'button' }, [], this.#dialog.close);
    this.#dialog.body.append(this.#fileLabel, this.#preview, this.#form.node);
    const [reason, save] = this.#saveControl.nodes;
    this.#dialog.footer.append(...(reason && save ? [reason, this.#cancelButton, save] : []));
    this.#showFile();
    this.setPosition(position);
  }

  setPosition(position: string): void {
    const title = position === '' ? 'Add an icon' : `Add an icon (${position})`;
    this.#dialog.heading.textContent = title;
    this.#cancelButton.textContent = position === '' ? 'Cancel' : 'Skip';
  }

  replaceSource(source: DroppedSource): void {
    this.source = source;
    this.#payload = undefined;
    this.#result = undefined;
    this.#showFile();
    void this.refreshPreview('The new version is shown.');
  }

  #showFile(): void {
    const { file } = this.source;
    this.#fileLabel.textContent = file === '' ? 'Pasted SVG' : file;
  }

  /** Previews the source as it is now; outdated responses are ignored. */
  async refreshPreview(notice?: string): Promise<void> {
    this.#requestCount += 1;
    const request = this.#requestCount;
    this.#saveControl.setBlocker('checking');
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
    const { file, bytes, read } = this.source;
    const { maxBytes } = this.#options;
    if (bytes > maxBytes) throw new Error(`The file is larger than ${formatBytes(maxBytes)}.`);
    this.#payload ??= await read();
    // Before the first proposal, the fields are empty.
    const isFilled = this.#result?.icon !== undefined || this.#form.isEdited();
    return previewSource({ ...this.#payload, file, ...(isFilled && this.#form.values()) });
  }

  #handleEdit(): void {
    // At once, since a click before the next preview would have no effect.
    const { name } = this.#form.values();
    this.#saveControl.setBlocker(name === '' ? 'name-empty' : 'checking');
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refreshPreview(), DEBOUNCE);
  }

  #renderResult(next: Inspection): void {
    this.#result = next;
    const report = createProblemReport(next, {
      onFix: () => void this.#fix(),
      openIcon: (name) => this.#closeAndOpen(name),
    });
    const picture = createIconPreview(next, this.source.bytes, this.#options.page);
    this.#preview.replaceChildren(...(picture ? [picture] : []), report);
    this.#form.node.hidden = next.icon === undefined;
    this.#form.show(next);
    this.#saveControl.setBlocker(blockerOf(next, this.#form.values().name));
  }

  async #fix(): Promise<void> {
    const { fixed } = this.#result ?? {};
    if (!fixed) return;
    const before = this.#payload;
    this.#payload = { svg: fixed.svg };
    this.#dialog.heading.focus();
    await this.refreshPreview(`${formatCount(fixed.count, 'fix', 'fixes')} applied.`);
    if (this.#result?.icon) return;
    this.#payload = before;
    await this.refreshPreview('The fixes would break the icon, so they were undone.');
  }

  async #save(conflict: NameConflict | undefined): Promise<void> {
    const { icon } = this.#result ?? {};
    if (!icon) return;
    const { name, meta } = this.#form.values();
    this.#saveControl.setBlocker('checking');
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

  /** Moves the focus to what blocks saving. */
  #leadTo(blocker: Blocker, reason: string): void {
    this.#dialog.announce(reason);
    if (blocker === 'name-empty') this.#form.focusName();
    else if (blocker === 'name-taken') this.#form.focusConflict();
    else if (blocker === 'errors') this.#preview.querySelector<HTMLElement>('.verdict')?.focus();
  }

  #showError(error: unknown): void {
    const { problems, taken } = toRefusal(error, this.source.file);
    if (taken && this.#result) {
      this.#renderResult({ ...this.#result, taken });
      this.#dialog.announce(`An icon named ${taken.name} already exists.`);
      this.#form.focusName();
      return;
    }
    const { fixed: _, ...rest } = this.#result ?? EMPTY_RESULT;
    this.#renderResult({ ...rest, problems });
    this.#dialog.announce(problems.map(({ message }) => message).join(' '));
  }

  #closeAndOpen(name: string): void {
    this.#dialog.close();
    this.#options.page.openIcon(name);
  }
}
