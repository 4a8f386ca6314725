import { element } from './element.ts';

/** Radio buttons side by side. */
export interface RadioGroup {
  readonly node: HTMLElement;
  readonly show: (value: string) => void;
}

export interface RadioGroupOptions {
  /** Label of the group, for screen readers. */
  readonly legend: string;
  readonly name: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** Background whose swatch is shown beside the label. */
    readonly swatch?: string;
  }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function radioGroup({
  legend,
  name,
  options,
  value,
  onChange,
}: RadioGroupOptions): RadioGroup {
  const inputs = options.map((option) => {
    const input = element('input', {
      class: 'choice__input unseen',
      type: 'radio',
      name: `catalog--${name}`,
      value: option.value,
      checked: option.value === value,
    });
    input.addEventListener('change', () => onChange(option.value));
    const swatch = option.swatch && element('span', { class: `swatch swatch--${option.swatch}` });
    const content = element('span', { class: 'choice__face' }, [
      swatch || undefined,
      element('span', { class: 'choice__text' }, [option.label]),
    ]);
    return { input, label: element('label', { class: 'choice__option' }, [input, content]) };
  });
  return {
    node: element('fieldset', { class: 'choice' }, [
      element('legend', { class: 'unseen' }, [legend]),
      ...inputs.map(({ label }) => label),
    ]),
    show(now) {
      for (const { input } of inputs) input.checked = input.value === now;
    },
  };
}
