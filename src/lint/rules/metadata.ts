import { suggestion } from '../../core/suggest.ts';
import { resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';
import { countNoun, joinList } from '../wording.ts';

const METADATA_FIELDS = ['title', 'category', 'tags', 'license', 'author', 'source'] as const;
type MetadataField = (typeof METADATA_FIELDS)[number];

const OPTIONS = {
  required: {
    default: [] as MetadataField[],
    takes: ['texts'],
    allowedWords: METADATA_FIELDS,
    about: `Fields that the metadata of every icon must have: ${METADATA_FIELDS.join(', ')}`,
  },
  tags: { default: 0, about: 'Minimum number of tags of every icon' },
  categories: {
    default: [] as string[],
    takes: ['texts'],
    about: 'Allowed categories; empty for any',
  },
} satisfies Record<string, RuleOption>;

const FIELD_PURPOSES: Readonly<Record<MetadataField, string>> = {
  title: 'a label that people read',
  category: 'the group that it belongs to',
  tags: 'words that people search for',
  license: 'under which license it may be used',
  author: 'who drew it',
  source: 'where it comes from',
};

/** Checks the metadata by which people find icons. */
export const metadata: SourceRule = {
  name: 'metadata',
  about: 'The metadata of every icon is complete, and no tag is repeated',
  scope: 'drawing',
  options: OPTIONS,
  presets: {
    recommended: 'warning',
    strict: ['error', { required: ['title', 'category', 'tags'] }],
  },
  docs: {
    section: 'names',
    order: 20,
    message: "The icon's metadata is missing: tags (words that people search for).",
    why: 'People find an icon by its metadata and see who owns it. A duplicate tag is always reported.',
    fix: 'Add it to the `.meta.json` file next to the source file, or fill it in on the page of `iconloom preview`.',
  },
  check(lintSource, configured) {
    const { required, tags, categories } = resolveOptions(OPTIONS, configured);
    const missing = required.filter((field) => !hasField(lintSource, field));
    return [
      ...(missing.length > 0 ? [missingFields(lintSource, missing)] : []),
      ...(missing.includes('tags') ? [] : tooFew(lintSource, tags)),
      ...unknownCategory(lintSource, categories),
      ...findRepeated(lintSource),
    ];
  },
};

/** Accepts a title in the drawing itself, too. */
function hasField({ meta, icon }: LintSource, field: MetadataField): boolean {
  if (field === 'tags') return (meta.tags?.length ?? 0) > 0;
  if (field === 'title') return meta.title !== undefined || icon.facts.title !== '';
  return meta[field] !== undefined;
}

function missingFields({ file }: LintSource, missing: readonly MetadataField[]): LintFinding {
  const what = joinList(missing.map((field) => `${field} (${FIELD_PURPOSES[field]})`));
  const example = missing.includes('tags') ? '"tags": ["…", "…"]' : `"${missing[0]}": "…"`;
  return {
    file,
    message: `The icon's metadata is missing: ${what}.`,
    hint: `Add it to ${metaFile(file)}: { ${example} }.`,
  };
}

function tooFew({ file, meta }: LintSource, minTags: number): LintFinding[] {
  const tagCount = meta.tags?.length ?? 0;
  if (tagCount >= minTags) return [];
  const message = `${countNoun(tagCount, 'tag', ['is', 'are'])} not enough; every icon must have at least ${minTags}.`;
  const hint = `Add words to "tags" in ${metaFile(file)} that people would search for.`;
  return [
    {
      file,
      message:
        tagCount === 0
          ? `The icon has no tags; every icon must have at least ${minTags}.`
          : message,
      hint,
    },
  ];
}

function unknownCategory(
  { file, meta: { category } }: LintSource,
  categories: readonly string[],
): LintFinding[] {
  if (category === undefined || categories.length === 0 || categories.includes(category)) return [];
  return [
    {
      file,
      message: `The category '${category}' is not allowed.${suggestion(category, categories)}`,
      hint: `Use one of these in ${metaFile(file)}: ${categories.join(', ')}.`,
    },
  ];
}

function findRepeated({ file, meta: { tags = [] } }: LintSource): LintFinding[] {
  const plain = tags.map((tag) => tag.trim().toLowerCase());
  const repeatedTags = tags.filter((_, index) => plain.indexOf(plain[index] ?? '') < index);
  if (repeatedTags.length === 0) return [];
  return [
    {
      file,
      message: `${joinList(repeatedTags.map((tag) => `'${tag}'`))} ${repeatedTags.length === 1 ? 'is' : 'are'} listed twice in the tags.`,
      hint: `Remove one of each from "tags" in ${metaFile(file)}.`,
    },
  ];
}

function metaFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.svg$/i, '.meta.json');
}
