/** What all components take, whatever the framework. */
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
   * What the icon says to people who do not see it. Without it and without a title, the icon is
   * decoration and hidden from them.
   */
  readonly label?: string | undefined;
  /** Tooltip of the icon; what it says, too, if it has no label. */
  readonly title?: string | undefined;
  /** `rtl` mirrors the icon in right-to-left text, `none` keeps a directional one from it. */
  readonly flip?: 'rtl' | 'none' | undefined;
  /**
   * A string: the text color, which icons in `currentColor` follow. A list, or an object with
   * numbers for keys: what `var(--icon-1, …)`, `var(--icon-2, …)` and so on of an icon become.
   */
  readonly color?: string | IconColors | undefined;
}

/** `['red', 'blue']`, or `{ 2: 'blue' }` to set the second color alone. */
export type IconColors = readonly string[] | Readonly<Record<number, string>>;
