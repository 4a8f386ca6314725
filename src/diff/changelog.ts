import { hostedMarkdownText } from '../core/markdown.ts';
import { oneLine } from '../core/one-line.ts';
import type { IconDiff, Pair } from './model.ts';

/** Kind of release that a change requires. */
export type Level = 'major' | 'minor' | 'patch';

/** One change in words. */
export interface Entry {
  readonly level: Level;
  /** With names in backticks. */
  readonly text: string;
}

/** Smallest release that fits the changes; `undefined` when nothing changed for users. */
export function levelOf(entries: readonly Entry[]): Level | undefined {
  return (['major', 'minor', 'patch'] as const).find((level) =>
    entries.some((entry) => entry.level === level),
  );
}

/** All changes in words, breaking ones first. */
export function entriesOf(diff: IconDiff): readonly Entry[] {
  const major = (text: string): Entry => ({ level: 'major', text });
  const minor = (text: string): Entry => ({ level: 'minor', text });
  const patch = (text: string): Entry => ({ level: 'patch', text });
  const entries = [
    ...diff.removed.map(({ name }) => major(`\`${name}\` was removed.`)),
    ...diff.renamed.map((pair) => renamed(pair)),
    ...diff.aliases.flatMap(({ alias, before, after }) => {
      if (after === undefined) return major(`The alias \`${alias}\` of \`${before}\` was removed.`);
      if (before === undefined) return minor(`\`${after}\` has the new alias \`${alias}\`.`);
      return major(`The alias \`${alias}\` refers to \`${after}\` instead of \`${before}\`.`);
    }),
    ...diff.changed.map((pair) => {
      const text = `\`${pair.after.name}\` was redrawn${details(pair)}.`;
      return hasOtherMeaning(pair) ? major(text) : patch(text);
    }),
    ...diff.added.map(({ name }) => minor(`\`${name}\` was added.`)),
    ...[...diff.metadata, ...diff.changed, ...diff.renamed].flatMap((pair) => deprecated(pair)),
    ...diff.metadata.flatMap((pair) => said(pair)),
  ];
  const order: readonly Level[] = ['major', 'minor', 'patch'];
  return order.flatMap((level) => entries.filter((entry) => entry.level === level));
}

function renamed(pair: Pair): Entry {
  const { before, after, share } = pair;
  const keeps = after.aliases.includes(before.name);
  const redrawn = share === 0 ? '' : ' and redrawn';
  const text = `\`${before.name}\` was renamed to \`${after.name}\`${redrawn}`;
  const stays = keeps ? '; the old name still works.' : '.';
  return { level: keeps ? 'minor' : 'major', text: text + stays };
}

/** True if code that uses the icon would show something with another meaning. */
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

/** Metadata as text of an entry, in which only names have backticks. */
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

/** Entry for changed metadata that has no entry of its own. */
function said({ after, meta }: Pair): readonly Entry[] {
  const keys = meta.map(({ key }) => key).filter((key) => !/^(deprecated|aliases)$/.test(key));
  if (keys.length === 0) return [];
  return [{ level: 'patch', text: `Metadata of \`${after.name}\` changed: ${keys.join(', ')}.` }];
}

const TITLES: Readonly<Record<Level, string>> = {
  major: 'Breaking',
  minor: 'Added',
  patch: 'Changed',
};

/** Escapes an entry for Markdown, except names in backticks. */
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
  if (!level) return 'No icons have changed.\n';
  const sections = (['major', 'minor', 'patch'] as const).flatMap((each) => {
    const texts = entries
      .filter((entry) => entry.level === each)
      .map(({ text }) => `- ${markdownOf(text)}`);
    return texts.length > 0 ? [`### ${TITLES[each]}\n\n${texts.join('\n')}\n`] : [];
  });
  return `Suggested release: ${level}\n\n${sections.join('\n')}`;
}
