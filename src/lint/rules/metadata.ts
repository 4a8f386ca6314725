import { suggestion } from '../../core/suggest.ts';
import { optionsOf } from '../options.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';
import { count, list } from '../wording.ts';

const FIELDS = ['title', 'category', 'tags', 'license', 'author', 'source'] as const;
type Field = (typeof FIELDS)[number];

const OPTIONS = {
  required: {
    default: [] as Field[],
    takes: ['texts'],
    of: FIELDS,
    about: `Fields that the metadata of every icon must have: ${FIELDS.join(', ')}`,
  },
  tags: { default: 0, about: 'Minimum number of tags of every icon' },
  categories: {
    default: [] as string[],
    takes: ['texts'],
    about: 'Allowed categories; empty for any',
  },
} satisfies Record<string, RuleOption>;

const WHY: Readonly<Record<Field, string>> = {
  title: 'a label that people read',
  category: 'the group that it belongs to',
  tags: 'words that people search for',
  license: 'under which license it may be used',
  author: 'who drew it',
  source: 'where it comes from',
};

/** Checks the metadata by which people find icons. */
export const metadata: DrawingRule = {
  name: 'metadata',
  about: 'The metadata of every icon is complete, and no tag is repeated',
  scope: 'drawing',
  options: OPTIONS,
  check(drawing, given) {
    const { required, tags, categories } = optionsOf(OPTIONS, given);
    const missing = required.filter((field) => !isSaid(drawing, field));
    return [
      ...(missing.length > 0 ? [lacks(drawing, missing)] : []),
      ...(missing.includes('tags') ? [] : tooFew(drawing, tags)),
      ...unknownCategory(drawing, categories),
      ...repeated(drawing),
    ];
  },
};

/** Accepts a title in the drawing itself, too. */
function isSaid({ meta, icon }: Drawing, field: Field): boolean {
  if (field === 'tags') return (meta.tags?.length ?? 0) > 0;
  if (field === 'title') return meta.title !== undefined || icon.facts.title !== '';
  return meta[field] !== undefined;
}

function lacks({ file }: Drawing, missing: readonly Field[]): LintFinding {
  const what = list(missing.map((field) => `${field} (${WHY[field]})`));
  const example = missing.includes('tags') ? '"tags": ["…", "…"]' : `"${missing[0]}": "…"`;
  return {
    file,
    message: `The icon's metadata is missing: ${what}.`,
    hint: `Add it to ${metaFile(file)}: { ${example} }.`,
  };
}

function tooFew({ file, meta }: Drawing, least: number): LintFinding[] {
  const has = meta.tags?.length ?? 0;
  if (has >= least) return [];
  const message = `${count(has, 'tag', ['is', 'are'])} not enough; every icon must have at least ${least}.`;
  const hint = `Add words to "tags" in ${metaFile(file)} that people would search for.`;
  return [
    {
      file,
      message:
        has === 0 ? `The icon has no tags; every icon must have at least ${least}.` : message,
      hint,
    },
  ];
}

function unknownCategory(
  { file, meta: { category } }: Drawing,
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

function repeated({ file, meta: { tags = [] } }: Drawing): LintFinding[] {
  const plain = tags.map((tag) => tag.trim().toLowerCase());
  const twice = tags.filter((_, index) => plain.indexOf(plain[index] ?? '') < index);
  if (twice.length === 0) return [];
  return [
    {
      file,
      message: `${list(twice.map((tag) => `'${tag}'`))} ${twice.length === 1 ? 'is' : 'are'} listed twice in the tags.`,
      hint: `Remove one of each from "tags" in ${metaFile(file)}.`,
    },
  ];
}

function metaFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.svg$/i, '.meta.json');
}
