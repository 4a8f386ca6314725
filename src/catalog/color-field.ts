import { button, element } from './element.ts';
import { uiIcon } from './ui-icons.ts';

/** Optional color. */
export interface ColorField {
  readonly node: HTMLElement;
  readonly show: (value: string | undefined) => void;
}

/** @param defaultColor shown while no color is chosen: `#rrggbb` */
export function colorField(
  label: string,
  value: string | undefined,
  defaultColor: string,
  onChange: (value: string | undefined) => void,
): ColorField {
  const input = element('input', {
    type: 'color',
    class: 'color__input',
    value: value ?? defaultColor,
  });
  const reset = button(
    { class: 'button--small', 'aria-label': `Reset ${label}`, hidden: value === undefined },
    [uiIcon('close', 14)],
    () => {
      onChange(undefined);
      input.focus();
    },
  );
  input.addEventListener('input', () => onChange(input.value));
  const node = element('div', { class: 'color' }, [
    element('label', { class: 'color__label' }, [input, element('span', {}, [label])]),
    reset,
  ]);
  return {
    node,
    show(now) {
      input.value = now ?? defaultColor;
      reset.hidden = now === undefined;
    },
  };
}
