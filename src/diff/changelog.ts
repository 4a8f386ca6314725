import { hostedMarkdownText } from '../core/markdown.ts';
import { oneLine } from '../core/one-line.ts';
import type { IconDiff, Pair } from './model.ts';

/** What a change asks of a version number. */
export type Level = 'major' | 'minor' | 'patch';

/** One change, in words. */
export interface Entry {
  readonly level: Level;
  /** With names in backticks. */
  readonly text: string;
}

/** What the release must be called at least; `undefined` where nothing changed for anyone. */
export function levelOf(entries: readonly Entry[]): Level | undefined {
  return (['major', 'minor', 'patch'] as const).find((level) =>
    entries.some((entry) => entry.level === level),
  );
}

/** All changes in words, the gravest first. */
export function entriesOf(diff: IconDiff): readonly Entry[] {
  const major = (text: string): Entry => ({ level: 'major', text });
  const minor = (text: string): Entry => ({ level: 'minor', text });
  const patch = (text: string): Entry => ({ level: 'patch', text });
  const entries = [
    ...diff.removed.map(({ name }) => major(`\`${name}\` is gone.`)),
    ...diff.renamed.map((pair) => renamed(pair)),
    ...diff.aliases.flatMap(({ alias, before, after }) => {
      if (after === undefined) return major(`The alias \`${alias}\` of \`${before}\` is gone.`);
      if (before === undefined) return minor(`\`${after}\` is also called \`${alias}\`.`);
      return major(`\`${alias}\` stands for \`${after}\` now; it stood for \`${before}\`.`);
    }),
    ...diff.changed.map((pair) => {
      const text = `\`${pair.after.name}\` is drawn anew${details(pair)}.`;
      return hasOtherMeaning(pair) ? major(text) : patch(text);
    }),
    ...diff.added.map(({ name }) => minor(`\`${name}\` is new.`)),
    ...[...diff.metadata, ...diff.changed, ...diff.renamed].flatMap((pair) => deprecated(pair)),
    ...diff.metadata.flatMap((pair) => said(pair)),
  ];
  const order: readonly Level[] = ['major', 'minor', 'patch'];
  return order.flatMap((level) => entries.filter((entry) => entry.level === level));
}

function renamed(pair: Pair): Entry {
  const { before, after, share } = pair;
  const keeps = after.aliases.includes(before.name);
  const redrawn = share === 0 ? '' : ', and drawn anew';
  const text = `\`${before.name}\` is called \`${after.name}\`${redrawn}`;
  const stays = keeps ? '; the old name still works.' : '.';
  return { level: keeps ? 'minor' : 'major', text: text + stays };
}

/** Whether whoever shows the icon would show something else than was meant. */
function hasOtherMeaning({ notes, meta, share }: Pair): boolean {
  const isSaidOtherwise = meta.some(({ key, before }) => key === 'title' && before !== null);
  return notes.some((note) => /no longer/.test(note)) || (share !== 0 && isSaidOtherwise);
}

function details({ notes, meta, share }: Pair): string {
  const title = meta.find(({ key }) => key === 'title');
  const told = [
    ...(share === 0 ? ['same picture'] : []),
    ...notes,
    ...(title ? [`title “${quoted(title.before)}” → “${quoted(title.after)}”`] : []),
  ];
  return told.length > 0 ? ` (${told.join('; ')})` : '';
}

/** Words of the metadata in an entry, where backticks are around names alone. */
function quoted(value: unknown): string {
  return oneLine(String(value)).replaceAll('`', '’');
}

function deprecated({ after, meta }: Pair): readonly Entry[] {
  const change = meta.find(({ key }) => key === 'deprecated');
  if (!change) return [];
  if (change.after === null) {
    return [{ level: 'minor', text: `\`${after.name}\` is no longer deprecated.` }];
  }
  const { use } = change.after as { readonly use?: unknown };
  const instead = typeof use === 'string' ? `; use \`${quoted(use)}\`` : '';
  return [{ level: 'minor', text: `\`${after.name}\` is deprecated${instead}.` }];
}

/** What is not told otherwise: words of the metadata. */
function said({ after, meta }: Pair): readonly Entry[] {
  const keys = meta.map(({ key }) => key).filter((key) => !/^(deprecated|aliases)$/.test(key));
  if (keys.length === 0) return [];
  return [{ level: 'patch', text: `\`${after.name}\` has another ${keys.join(', ')}.` }];
}

const TITLES: Readonly<Record<Level, string>> = {
  major: 'Breaking',
  minor: 'Added',
  patch: 'Changed',
};

/** Names stay in their backticks; the rest means nothing to Markdown. */
function markdownOf(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 ? part : between(part))).join('');
}

function between(text: string): string {
  const [, start, words = '', end] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return start + hostedMarkdownText(words) + end;
}

/** A section for a changelog in Markdown, with headings of the third level. */
export function changelogOf(diff: IconDiff): string {
  const entries = entriesOf(diff);
  const level = levelOf(entries);
  if (!level) return 'No icon has changed.\n';
  const sections = (['major', 'minor', 'patch'] as const).flatMap((each) => {
    const texts = entries
      .filter((entry) => entry.level === each)
      .map(({ text }) => `- ${markdownOf(text)}`);
    return texts.length > 0 ? [`### ${TITLES[each]}\n\n${texts.join('\n')}\n`] : [];
  });
  return `The next version is a ${level} one.\n\n${sections.join('\n')}`;
}
