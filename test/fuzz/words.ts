/*
 * Words that inputs are marked with. Where one of them comes out, something of the input was
 * copied unread.
 */

/** Begins every name, comment and title that belongs to the author. Must never come out. */
export const PRIVATE = 'SECRET';

/** Begins font names. May come out only beside drawn text. */
export const TYPEFACE = 'TYPEFACE';

/** Where requests of an input would go. */
export const OUTSIDE = 'https://leak.invalid/x';
