import { escapeHostedMarkdown } from '../core/markdown.ts';
import { oneLine } from '../core/one-line.ts';
import type { IconDiff, IconPair } from './model.ts';

/** Kind of release that a change requires. */
export type ReleaseLevel = (typeof RELEASE_LEVELS)[number];

/** Kinds of release, the largest first, as changelogs list their changes. */
export const RELEASE_LEVELS = ['major', 'minor', 'patch'] as const;

/** One change in words. */
export interface ChangelogEntry {
  readonly level: ReleaseLevel;
  /** With names in backticks. */
  readonly text: string;
}

/** Smallest release that fits the changes; `undefined` when nothing changed for users. */
export function releaseLevelOf(entries: readonly ChangelogEntry[]): ReleaseLevel | undefined {
  return RELEASE_LEVELS.find((level) => entries.some((entry) => entry.level === level));
}

/** All changes in words, breaking ones first. */
export function entriesOf(diff: IconDiff): readonly ChangelogEntry[] {
  const major = (text: string): ChangelogEntry => ({ level: 'major', text });
  const minor = (text: string): ChangelogEntry => ({ level: 'minor', text });
  const patch = (text: string): ChangelogEntry => ({ level: 'patch', text });
  const entries = [
    ...diff.removed.map(({ name }) => major(`\`${name}\` was removed.`)),
    ...diff.renamed.map((pair) => renameEntry(pair)),
    ...diff.aliases.flatMap(({ alias, before, after }) => {
      if (after === undefined) return major(`The alias \`${alias}\` of \`${before}\` was removed.`);
      if (before === undefined) return minor(`\`${after}\` has the new alias \`${alias}\`.`);
      return major(`The alias \`${alias}\` refers to \`${after}\` instead of \`${before}\`.`);
    }),
    ...diff.changed.map((pair) => {
      const text = `\`${pair.after.name}\` was redrawn${details(pair)}.`;
      return changesMeaning(pair) ? major(text) : patch(text);
    }),
    ...diff.added.map(({ name }) => minor(`\`${name}\` was added.`)),
    ...[...diff.metadata, ...diff.changed, ...diff.renamed].flatMap((pair) =>
      deprecationEntries(pair),
    ),
    ...diff.metadata.flatMap((pair) => metadataEntries(pair)),
  ];
  return RELEASE_LEVELS.flatMap((level) => entries.filter((entry) => entry.level === level));
}

function renameEntry(pair: IconPair): ChangelogEntry {
  const { before, after, share } = pair;
  const keepsOldName = after.aliases.includes(before.name);
  const redrawn = share === 0 ? '' : ' and redrawn';
  const text = `\`${before.name}\` was renamed to \`${after.name}\`${redrawn}`;
  const suffix = keepsOldName ? '; the old name still works.' : '.';
  return { level: keepsOldName ? 'minor' : 'major', text: text + suffix };
}

/** True if code that uses the icon would show something with another meaning. */
function changesMeaning({ notes, meta, share }: IconPair): boolean {
  const hasNewTitle = meta.some(({ key, before }) => key === 'title' && before !== null);
  return notes.some((note) => /no longer/.test(note)) || (share !== 0 && hasNewTitle);
}

function details({ notes, meta, share }: IconPair): string {
  const title = meta.find(({ key }) => key === 'title');
  const parts = [
    ...(share === 0 ? ['same picture'] : []),
    ...notes,
    ...(title ? [`title “${quoted(title.before)}” → “${quoted(title.after)}”`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/** Metadata as text of an entry, in which only names have backticks. */
function quoted(value: unknown): string {
  return oneLine(String(value)).replaceAll('`', '’');
}

function deprecationEntries({ after, meta }: IconPair): readonly ChangelogEntry[] {
  const change = meta.find(({ key }) => key === 'deprecated');
  if (!change) return [];
  if (change.after === null) {
    return [{ level: 'minor', text: `\`${after.name}\` is no longer deprecated.` }];
  }
  const { use, note } = change.after as { readonly use?: unknown; readonly note?: unknown };
  const instead = typeof use === 'string' ? `; use \`${quoted(use)}\`` : '';
  const why = typeof note === 'string' ? ` ${quoted(note)}` : '';
  return [{ level: 'minor', text: `\`${after.name}\` is deprecated${instead}.${why}` }];
}

/** Entry for changed metadata that has no entry of its own. */
function metadataEntries({ after, meta }: IconPair): readonly ChangelogEntry[] {
  const keys = meta.map(({ key }) => key).filter((key) => !/^(deprecated|aliases)$/.test(key));
  if (keys.length === 0) return [];
  return [{ level: 'patch', text: `Metadata of \`${after.name}\` changed: ${keys.join(', ')}.` }];
}

/** Headings of the sections of a changelog. */
export const LEVEL_TITLES: Readonly<Record<ReleaseLevel, string>> = {
  major: 'Breaking',
  minor: 'Added',
  patch: 'Changed',
};

/** Escapes an entry for Markdown, except names in backticks. */
function markdownOf(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 ? part : escapeWords(part))).join('');
}

function escapeWords(text: string): string {
  const [, start, words = '', end] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return start + escapeHostedMarkdown(words) + end;
}

/** A section for a changelog in Markdown, with headings of the third level. */
export function changelogOf(diff: IconDiff): string {
  const entries = entriesOf(diff);
  const level = releaseLevelOf(entries);
  if (!level) return 'No icons have changed.\n';
  const sections = RELEASE_LEVELS.flatMap((each) => {
    const texts = entries
      .filter((entry) => entry.level === each)
      .map(({ text }) => `- ${markdownOf(text)}`);
    return texts.length > 0 ? [`### ${LEVEL_TITLES[each]}\n\n${texts.join('\n')}\n`] : [];
  });
  return `Suggested release: ${level}\n\n${sections.join('\n')}`;
}
