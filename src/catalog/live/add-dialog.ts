import type { Inspection, NameConflict, PreviewProblem, SvgInput } from '../../preview/api.ts';
import { button, element } from '../element.ts';
import { formatBytes } from '../format-bytes.ts';
import type { CatalogPage } from '../page.ts';
import { previewSource as askLook, save as askSave, RefusedError } from './api.ts';
import { openDialog } from './dialog.ts';
import type { DroppedSource } from './dropped-sources.ts';
import { createIconPreview } from './icon-preview.ts';
import { createNameForm } from './name-form.ts';
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
  { file, bytes, read }: DroppedSource,
  { page, position, fallback, maxBytes, sync }: AddDialogOptions,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let saved: string | undefined;
    let payload: SvgInput | undefined;
    let result: Inspection | undefined;
    let requestCount = 0;
    let typing: ReturnType<typeof setTimeout> | undefined;
    const dialog = openDialog({
      title: position === '' ? 'Add an icon' : `Add an icon (${position})`,
      ...{ className: 'add', fallback },
      onClose: () => {
        clearTimeout(typing);
        resolve(saved);
      },
    });
    const fileLabel = element('p', { class: 'add__file' }, [file === '' ? 'Pasted drawing' : file]);
    const preview = element('div', { class: 'add__shown' });
    const form = createNameForm({
      page,
      onEdit() {
        // At once, since a click before the next preview would have no effect.
        saveButton.disabled = true;
        clearTimeout(typing);
        typing = setTimeout(() => void refreshPreview(), DEBOUNCE);
      },
      onReplace: (taken) => void save(taken),
      onCancel: dialog.close,
    });
    form.node.hidden = true;
    const saveButton = button({ class: 'button button--main', disabled: true }, ['Save'], () =>
      save(undefined),
    );
    const cancel = button({ class: 'button' }, [position === '' ? 'Cancel' : 'Skip'], dialog.close);
    dialog.body.append(fileLabel, preview, form.node);
    dialog.footer.append(cancel, saveButton);

    /** Previews the source as it is now; outdated responses are ignored. */
    async function refreshPreview(notice?: string): Promise<void> {
      requestCount += 1;
      const request = requestCount;
      saveButton.disabled = true;
      try {
        if (bytes > maxBytes) throw new Error(`The file is larger than ${formatBytes(maxBytes)}.`);
        payload ??= await read();
        const { name, meta } = form.values();
        // Before the first proposal, the fields are empty.
        const metaOverride = result && { meta };
        const next = await askLook({
          ...payload,
          file,
          ...(name !== '' && { name }),
          ...metaOverride,
        });
        if (request !== requestCount) return;
        renderResult(next);
        dialog.announce([notice, summarize(next)].filter(Boolean).join(' '));
      } catch (error) {
        if (request === requestCount) showError(error);
      }
    }

    function renderResult(next: Inspection): void {
      result = next;
      const verdict = createProblemReport(next, {
        onFix: () => void fix(),
        openIcon: closeAndOpen,
      });
      const stage = createIconPreview(next, bytes, page);
      preview.replaceChildren(...(stage ? [stage] : []), verdict);
      form.node.hidden = next.icon === undefined;
      form.show(next);
      saveButton.disabled = !canSave(next);
    }

    async function fix(): Promise<void> {
      const { fixed } = result ?? {};
      if (!fixed) return;
      const before = payload;
      payload = { svg: fixed.svg };
      dialog.heading.focus();
      await refreshPreview(
        fixed.count === 1 ? 'One fix was applied.' : `${fixed.count} fixes were applied.`,
      );
      if (result?.icon) return;
      payload = before;
      await refreshPreview('The fixes would break the drawing, so they were undone.');
    }

    async function save(conflict: NameConflict | undefined): Promise<void> {
      if (!result?.icon) return;
      const { name, meta } = form.values();
      if (name === '') return form.focusName();
      saveButton.disabled = true;
      try {
        const { svg } = result.icon;
        const replace = conflict && { replace: conflict.hash };
        const saveResult = await askSave({ name, svg, meta, ...replace });
        await sync();
        saved = saveResult.name;
        dialog.close();
      } catch (error) {
        showError(error);
      }
    }

    function showError(error: unknown): void {
      const { problems, taken } = error instanceof RefusedError ? error.refused : NO_REFUSAL;
      if (taken && result) {
        renderResult({ ...result, taken });
        dialog.announce(`An icon named ${taken.name} already exists.`);
        form.focusName();
        return;
      }
      const list = problems.length > 0 ? problems : [toProblem(error, file)];
      const { fixed: _, ...rest } = result ?? EMPTY_RESULT;
      renderResult({ ...rest, problems: list });
      if (!result?.icon) form.node.hidden = true;
      dialog.announce(list.map(({ message }) => message).join(' '));
    }

    function closeAndOpen(name: string): void {
      dialog.close();
      page.openIcon(name);
    }

    void refreshPreview();
  });
}

const NO_REFUSAL: { readonly problems: readonly PreviewProblem[]; readonly taken?: NameConflict } =
  {
    problems: [],
  };
const EMPTY_RESULT: Inspection = {
  ...{ name: '', title: '', tags: [], category: '' },
  ...{ problems: [], family: [], twins: [] },
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
