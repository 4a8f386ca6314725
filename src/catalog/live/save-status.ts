import type { Inspection } from '../../preview/api.ts';
import { button, element } from '../element.ts';

/** Reason why an icon cannot be saved now. */
export type Blocker = 'checking' | 'errors' | 'name-empty' | 'name-taken';

const REASONS: Readonly<Record<Blocker, string>> = {
  checking: 'Checking the icon…',
  errors: 'Fix the errors to save the icon.',
  'name-empty': 'Enter a name to save the icon.',
  'name-taken': 'Replace the icon of this name, or choose another name.',
};

/** Finds what blocks saving; the most basic first. */
export function blockerOf(
  result: Inspection | undefined,
  enteredName: string,
): Blocker | undefined {
  if (!result) return 'checking';
  if (!result.icon) return 'errors';
  if (enteredName === '' || result.name === '') return 'name-empty';
  return result.taken ? 'name-taken' : undefined;
}

/** Button that saves, and the reason why it cannot. */
export interface SaveControl {
  readonly nodes: readonly HTMLElement[];
  readonly setBlocker: (blocker: Blocker | undefined) => void;
}

/**
 * The button can always be focused and pressed: if something blocks saving, a press leads there.
 */
export function createSaveControl(options: {
  readonly onSave: () => void;
  readonly onBlocked: (blocker: Blocker, reason: string) => void;
}): SaveControl {
  let current: Blocker | undefined = 'checking';
  const reason = element('p', { class: 'add__reason', id: 'catalog--add-reason' });
  const save = button(
    { class: 'button button--main', 'aria-describedby': reason.id },
    ['Save'],
    () => {
      if (current === undefined) options.onSave();
      else options.onBlocked(current, REASONS[current]);
    },
  );
  const setBlocker = (blocker: Blocker | undefined) => {
    current = blocker;
    reason.textContent = blocker === undefined ? '' : REASONS[blocker];
    if (blocker === undefined) save.removeAttribute('aria-disabled');
    else save.setAttribute('aria-disabled', 'true');
  };
  setBlocker(current);
  return { nodes: [reason, save], setBlocker };
}
