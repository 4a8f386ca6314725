import { element } from './element.ts';

/** Checkbox with a label. */
export interface Toggle {
  readonly node: HTMLElement;
  readonly show: (isOn: boolean) => void;
}

export function toggle(label: string, isOn: boolean, onChange: (isOn: boolean) => void): Toggle {
  const input = element('input', { type: 'checkbox', class: 'toggle__input', checked: isOn });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    node: element('label', { class: 'toggle' }, [input, element('span', {}, [label])]),
    show(now) {
      input.checked = now;
    },
  };
}
