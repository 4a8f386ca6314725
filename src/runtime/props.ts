/** Props of the components of all frameworks. */
export interface IconOptions<Name extends string> {
  /** The name of the icon, or an alias. */
  readonly name: Name;
  /**
   * Width and height: a number of px or a CSS length.
   *
   * @default '1em'
   */
  readonly size?: number | string | undefined;
  /**
   * Label for screen readers. Without a label and a title, the icon is decorative and hidden from
   * them.
   */
  readonly label?: string | undefined;
  /** Tooltip of the icon, and its label if it has none. */
  readonly title?: string | undefined;
  /** `rtl` mirrors the icon in right-to-left text, `none` disables mirroring of a directional icon. */
  readonly flip?: 'rtl' | 'none' | undefined;
  /**
   * A string: the text color, which icons in `currentColor` follow. A list, or an object with
   * numbers for keys: values of `--icon-1`, `--icon-2` and so on for multicolor icons.
   */
  readonly color?: string | IconColors | undefined;
}

/** `['red', 'blue']`, or `{ 2: 'blue' }` to set the second color alone. */
export type IconColors = readonly string[] | Readonly<Record<number, string>>;

/**
 * Props of the component of a framework: those above, and its attributes of an `<svg>`.
 *
 * @typeParam Content names of attributes that set the content, which the component sets itself
 */
export type SvgIconProps<
  Name extends string,
  Attributes,
  Content extends PropertyKey,
> = IconOptions<Name> & Omit<Attributes, keyof IconOptions<Name> | Content>;
