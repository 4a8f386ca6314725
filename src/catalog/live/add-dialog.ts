import type { Drawn, Look, Problem, Taken } from '../../core/preview.ts';
import { bytesText } from '../amounts.ts';
import { button, element } from '../element.ts';
import type { CatalogPage } from '../page.ts';
import { openDialog } from './dialog.ts';
import type { Dropped } from './drawings.ts';
import { createNameForm } from './name-form.ts';
import { look as askLook, save as askSave, RefusedError } from './server.ts';
import { createStage } from './stage.ts';
import { createVerdict } from './verdict.ts';

export interface AddOptions {
  readonly page: CatalogPage;
  /** `2 of 5` when there are several, else ''. */
  readonly place: string;
  readonly fallback: HTMLElement;
  /** Maximum size of a file in bytes. */
  readonly most: number;
  /** Updates the page from the disk. */
  readonly follow: () => Promise<void>;
}

/** Delay in ms after typing before the name is checked. */
const QUIET = 250;

/**
 * Shows what a source would become, and saves it on request. Resolves with the name of the icon, or
 * with `undefined` when it was not saved.
 */
export function addDrawing(
  { file, bytes, read }: Dropped,
  { page, place, fallback, most, follow }: AddOptions,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let saved: string | undefined;
    let drawn: Drawn | undefined;
    let look: Look | undefined;
    let asked = 0;
    let typing: ReturnType<typeof setTimeout> | undefined;
    const dialog = openDialog({
      title: place === '' ? 'Add an icon' : `Add an icon (${place})`,
      ...{ className: 'add', fallback },
      onClose: () => {
        clearTimeout(typing);
        resolve(saved);
      },
    });
    const from = element('p', { class: 'add__file' }, [file === '' ? 'Pasted drawing' : file]);
    const shown = element('div', { class: 'add__shown' });
    const form = createNameForm({
      page,
      onEdit() {
        // At once, since a click before the next preview would have no effect.
        saveButton.disabled = true;
        clearTimeout(typing);
        typing = setTimeout(() => void show(), QUIET);
      },
      onReplace: (taken) => void save(taken),
      onCancel: dialog.close,
    });
    form.node.hidden = true;
    const saveButton = button({ class: 'button button--main', disabled: true }, ['Save'], () =>
      save(undefined),
    );
    const cancel = button({ class: 'button' }, [place === '' ? 'Cancel' : 'Skip'], dialog.close);
    dialog.body.append(from, shown, form.node);
    dialog.footer.append(cancel, saveButton);

    /** Previews the source as it is now; outdated responses are ignored. */
    async function show(told?: string): Promise<void> {
      asked += 1;
      const turn = asked;
      saveButton.disabled = true;
      try {
        if (bytes > most) throw new Error(`The file is larger than ${bytesText(most)}.`);
        drawn ??= await read();
        const { name, meta } = form.values();
        // Before the first proposal, the fields are empty.
        const said = look && { meta };
        const next = await askLook({ ...drawn, file, ...(name !== '' && { name }), ...said });
        if (turn !== asked) return;
        draw(next);
        dialog.say([told, summaryOf(next)].filter(Boolean).join(' '));
      } catch (error) {
        if (turn === asked) tell(error);
      }
    }

    function draw(next: Look): void {
      look = next;
      const verdict = createVerdict(next, { onFix: () => void fix(), openIcon: leaveFor });
      const stage = createStage(next, bytes, page);
      shown.replaceChildren(...(stage ? [stage] : []), verdict);
      form.node.hidden = next.icon === undefined;
      form.show(next);
      saveButton.disabled = !canSave(next);
    }

    async function fix(): Promise<void> {
      const { fixed } = look ?? {};
      if (!fixed) return;
      const before = drawn;
      drawn = { svg: fixed.svg };
      dialog.heading.focus();
      await show(fixed.count === 1 ? 'One fix was applied.' : `${fixed.count} fixes were applied.`);
      if (look?.icon) return;
      drawn = before;
      await show('The fixes would break the drawing, so they were undone.');
    }

    async function save(taken: Taken | undefined): Promise<void> {
      if (!look?.icon) return;
      const { name, meta } = form.values();
      if (name === '') return form.askForName();
      saveButton.disabled = true;
      try {
        const { svg } = look.icon;
        const replace = taken && { replace: taken.hash };
        const done = await askSave({ name, svg, meta, ...replace });
        await follow();
        saved = done.name;
        dialog.close();
      } catch (error) {
        tell(error);
      }
    }

    function tell(error: unknown): void {
      const { problems, taken } = error instanceof RefusedError ? error.refused : NOTHING;
      if (taken && look) {
        draw({ ...look, taken });
        dialog.say(`An icon named ${taken.name} already exists.`);
        form.askForName();
        return;
      }
      const list = problems.length > 0 ? problems : [problemOf(error, file)];
      const { fixed: _, ...rest } = look ?? EMPTY;
      draw({ ...rest, problems: list });
      if (!look?.icon) form.node.hidden = true;
      dialog.say(list.map(({ message }) => message).join(' '));
    }

    function leaveFor(name: string): void {
      dialog.close();
      page.openIcon(name);
    }

    void show();
  });
}

const NOTHING: { readonly problems: readonly Problem[]; readonly taken?: Taken } = { problems: [] };
const EMPTY: Look = {
  ...{ name: '', title: '', tags: [], category: '' },
  ...{ problems: [], family: [], twins: [] },
};

function canSave({ icon, taken }: Look): boolean {
  return icon !== undefined && !taken;
}

function summaryOf({ icon, problems, taken }: Look): string {
  if (!icon) return `This cannot be an icon yet: ${problems.map((each) => each.message).join(' ')}`;
  const count = problems.length === 1 ? 'One problem' : `${problems.length || 'No'} problems`;
  return `${count}.${taken ? ` An icon named ${taken.name} already exists.` : ''}`;
}

function problemOf(error: unknown, file: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'Try again. If that does not help, restart the preview.';
  return { code: 'file-unreadable', severity: 'error', file, message, hint };
}
