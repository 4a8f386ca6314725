/** Choice of one of several options. */
export interface ChoiceGroup {
  /** Name of the radio buttons. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceOption[];
  /** Value of the selected option. Default: the first one. */
  readonly selected?: string;
}

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** True for an option with motion, which is not offered to people who want less of it. */
  readonly moves?: boolean;
}

/** Radio buttons side by side, like those of the catalog. */
export function choiceGroup(group: ChoiceGroup): string {
  const { name, legend, options, selected = options[0]?.value } = group;
  const items = options.map(({ value, label, moves = false }) => {
    const checked = value === selected ? ' checked' : '';
    const motion = moves ? ' choice__option--moves' : '';
    const swatch = name === 'ground' ? `<span class="swatch swatch--${value}"></span>` : '';
    return `<label class="choice__option${motion}"><input class="choice__input unseen" type="radio" name="${name}" value="${value}"${checked}><span class="choice__face">${swatch}<span class="choice__text">${label}</span></span></label>`;
  });
  return `<fieldset class="option"><legend class="option__name">${legend}</legend><div class="choice">${items.join('')}</div></fieldset>`;
}

/** Background of icons, as in the catalog. */
export const BACKGROUND_GROUP: ChoiceGroup = {
  name: 'ground',
  legend: 'Background',
  options: [
    { value: 'page', label: 'Page' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
    { value: 'brand', label: 'Brand' },
  ],
};

/** Theme of the page. */
export const THEME_GROUP: ChoiceGroup = {
  name: 'theme',
  legend: 'Theme',
  options: [
    { value: 'system', label: 'System' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
};

/** Field that shows only the cards whose names contain its text. */
export const FIND_FIELD =
  '<label class="find"><span class="option__name">Find</span><input class="find__input" type="search" name="find" placeholder="Name of an icon" autocomplete="off" spellcheck="false"></label>';
