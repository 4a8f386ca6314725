/** Name of an icon on at most two lines. The three parts together are the whole name. */
export interface LabelLines {
  readonly first: string;
  /** Part in the middle that there is no room for. */
  readonly hidden: string;
  readonly second: string;
}

type FitTest = (text: string) => boolean;

/** A letter with its marks, which belong on one line. */
const LETTER = /\P{M}\p{M}*/gu;
/** Fewest letters of a part between hyphens that are shown alone. */
const MIN_LETTERS = 3;

/**
 * Breaks a name at hyphens into two lines. If it is too long, its middle is left out: the end tells
 * variants of an icon apart. Only then, and if it is wider than a line, a part between hyphens is cut.
 *
 * @param fitsExactly tests whether a text fits on a line
 */
export function labelLines(name: string, fitsExactly: FitTest): LabelLines {
  // A hyphen at the end of a line may stand in the margin.
  const fits: FitTest = (text) => fitsExactly(text.replace(/-$/, ''));
  if (fits(name)) return { first: name, hidden: '', second: '' };
  const whole = longestStart(pieces(name), fits) || wordStart(name, fits);
  const rest = name.slice(whole.length);
  if (fits(rest)) return { first: whole, hidden: '', second: rest };
  const first = startOf(name, fits);
  const remainder = name.slice(first.length);
  if (fits(remainder)) return { first, hidden: '', second: remainder };
  const second = endOf(remainder, (text) => fits(`…${text}`));
  return { first, hidden: name.slice(first.length, name.length - second.length), second };
}

/** Start of a word that is wider than a line; some letters stay for the next line. */
function wordStart(name: string, fits: FitTest): string {
  const all = letters(name);
  const start = letters(longestStart(all, fits));
  const isOrphan = all.length - start.length <= MIN_LETTERS;
  return (isOrphan ? all.slice(0, -MIN_LETTERS - 1) : start).join('');
}

/** Longest start of a name that fits; no piece is cut to less than some letters on either side. */
function startOf(name: string, fits: FitTest): string {
  const byPiece = longestStart(pieces(name), fits);
  const [cutPiece = ''] = pieces(name.slice(byPiece.length));
  const cut = letters(cutPiece.replace(/-$/, '')).slice(0, -MIN_LETTERS);
  const start = longestStart(cut, (text) => fits(byPiece + text));
  return byPiece + (letters(start).length >= MIN_LETTERS ? start : '');
}

/** Longest end of a name that fits; no piece is cut to less than some letters. */
function endOf(name: string, fits: FitTest): string {
  const byPiece = longestEnd(pieces(name), fits);
  const byLetter = longestEnd(letters(name), fits);
  // A hyphen at its start belongs to the piece before.
  return byLetter.length - byPiece.length > MIN_LETTERS ? byLetter : byPiece;
}

function longestStart(all: readonly string[], fits: FitTest): string {
  return longest(all.length, (count) => all.slice(0, count).join(''), fits);
}

function longestEnd(all: readonly string[], fits: FitTest): string {
  return longest(all.length, (count) => all.slice(all.length - count).join(''), fits);
}

/** Longest text that fits; '' if not even that of one part does. */
function longest(max: number, textOf: (count: number) => string, fits: FitTest): string {
  let best = '';
  for (let count = 1; count <= max; count++) {
    const text = textOf(count);
    if (!fits(text)) break;
    best = text;
  }
  return best;
}

/** `arrow-up` → `arrow-`, `up`. */
function pieces(text: string): readonly string[] {
  return text.split(/(?<=[-\s_/.])/);
}

function letters(text: string): readonly string[] {
  return text.match(LETTER) ?? [];
}
