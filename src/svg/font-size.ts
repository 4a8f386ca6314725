/** Initial font size of browsers, in px. */
export const MEDIUM_FONT_SIZE = 16;

/** Absolute sizes in px by keyword. Source: CSS Fonts 4, 2.5; Chromium 156. */
const KEYWORD_SIZES: ReadonlyMap<string, number> = new Map([
  ['xx-small', 9],
  ['x-small', 10],
  ['small', 13],
  ['medium', MEDIUM_FONT_SIZE],
  ['large', 18],
  ['x-large', 24],
  ['xx-large', 32],
  ['xxx-large', 48],
]);
/** Factor between `smaller`, the size of the parent and `larger`. */
const STEP_FACTOR = 1.2;

/** Font size of a keyword in px; `undefined` for other values. */
export function keywordFontSize(text: string, parent: number): number | undefined {
  const keyword = text.trim().toLowerCase();
  if (keyword === 'smaller') return parent / STEP_FACTOR;
  if (keyword === 'larger') return parent * STEP_FACTOR;
  return KEYWORD_SIZES.get(keyword);
}
