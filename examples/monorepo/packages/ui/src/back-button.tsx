import { Icon } from 'iconloom/react';

/** Shows an icon of the app that uses it: the app's plugin puts it into the app's sprite. */
export function BackButton() {
  return (
    <button type="button" aria-label="Back">
      <Icon name="arrow-back" size={48} id="arrow-back" />
    </button>
  );
}
