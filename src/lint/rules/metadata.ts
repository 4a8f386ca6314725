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
    about: `What the metadata of every icon must say: ${FIELDS.join(', ')}`,
  },
  tags: { default: 0, about: 'The least number of tags of every icon' },
  categories: {
    default: [] as string[],
    takes: ['texts'],
    about: 'The categories that there are; empty for any',
  },
} satisfies Record<string, RuleOption>;

const WHY: Readonly<Record<Field, string>> = {
  title: 'a label that people read',
  category: 'what it is found beside',
  tags: 'words that people search for',
  license: 'under which license it may be used',
  author: 'who drew it',
  source: 'where it was taken from',
};

/** What is said of icons is what people find them by. */
export const metadata: DrawingRule = {
  name: 'metadata',
  about: 'The metadata of every icon says what the set asks for, once',
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

/** A title in the drawing itself is as good as one in the metadata. */
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
    message: `The icon's metadata does not say its ${what}.`,
    hint: `Write it into ${metaFile(file)}: { ${example} }.`,
  };
}

function tooFew({ file, meta }: Drawing, least: number): LintFinding[] {
  const has = meta.tags?.length ?? 0;
  if (has >= least) return [];
  const message = `${count(has, 'tag', ['is', 'are'])} all that the icon can be found by, and every icon is to have ${least}.`;
  const hint = `Add to "tags" in ${metaFile(file)} what people could call it.`;
  return [
    {
      file,
      message: has === 0 ? `The icon has no tags, and every icon is to have ${least}.` : message,
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
      message: `There is no category '${category}'.${suggestion(category, categories)}`,
      hint: `Write one of these into ${metaFile(file)}: ${categories.join(', ')}.`,
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
      message: `${list(twice.map((tag) => `'${tag}'`))} ${twice.length === 1 ? 'stands' : 'stand'} among the tags twice.`,
      hint: `Take one of each out of "tags" in ${metaFile(file)}.`,
    },
  ];
}

function metaFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.svg$/i, '.meta.json');
}
