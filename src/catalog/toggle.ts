import { element } from './element.ts';

/** Checkbox with a label. */
export interface Toggle {
  readonly node: HTMLElement;
  readonly show: (isOn: boolean) => void;
}

export interface ToggleOptions {
  readonly label: string;
  /** Default: false. */
  readonly isOn?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function toggle({ label, isOn = false, onChange }: ToggleOptions): Toggle {
  const input = element('input', { type: 'checkbox', class: 'toggle__input', checked: isOn });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    node: element('label', { class: 'toggle' }, [input, element('span', {}, [label])]),
    show(now) {
      input.checked = now;
    },
  };
}
