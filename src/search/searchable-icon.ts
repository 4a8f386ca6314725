/** Texts of an icon that the search reads. */
export interface SearchableIcon {
  /** Name, in words joined by hyphens. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly tags: readonly string[];
  readonly category?: string;
  /** Set if the icon is deprecated. It is then last among icons that match equally well. */
  readonly deprecated?: object;
}
