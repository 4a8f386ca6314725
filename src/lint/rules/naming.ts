import { kebabCase } from '../../core/names.ts';
import { hiddenIn } from '../../core/one-line.ts';
import { whyNotOnWindows } from '../../core/reserved-names.ts';
import { isUnnamed } from '../../core/unnamed.ts';
import { optionsOf } from '../options.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';

const OPTIONS = {
  kebab: {
    default: false,
    about:
      'Whether files must be called as their icons are: small letters, words joined by hyphens',
  },
  leftovers: {
    default: true,
    about: 'Whether to tell of names that drawing tools and downloads give: Frame 12, Home copy',
  },
  pattern: {
    default: '',
    takes: ['pattern'],
    about: 'A regular expression that the names of all icons must match; empty for any name',
  },
} satisfies Record<string, RuleOption>;

/** Names that no person gave, and who did. */
const LEFTOVERS: readonly (readonly [name: RegExp, by: string])[] = [
  [/=/, 'the properties of a Figma variant'],
  [/\s(copy|kopie|copie|copia)(\s*\d+)?$|^copy of\s/i, 'a copy'],
  [/\(\d+\)$/, 'a second download'],
  [/^untitled/i, 'the drawing tool'],
];

/** A file's name is the name that code uses. */
export const naming: DrawingRule = {
  name: 'naming',
  about: 'Icons are named after what they show, as their files are called',
  scope: 'drawing',
  options: OPTIONS,
  check(drawing, given) {
    const { kebab, leftovers, pattern } = optionsOf(OPTIONS, given);
    const base = drawing.file.slice(drawing.file.lastIndexOf('/') + 1).replace(/\.svg$/i, '');
    const by = leftovers ? leftOverBy(base) : undefined;
    if (by !== undefined) return [leftOver(drawing, base, by)];
    return [
      ...hidden(drawing, base),
      ...reserved(drawing),
      ...(kebab && kebabCase(base) !== base ? [notKebab(drawing, base)] : []),
      ...(new RegExp(pattern, 'u').test(drawing.name) ? [] : [unlike(drawing, pattern)]),
    ];
  },
};

function leftOverBy(base: string): string | undefined {
  return (
    LEFTOVERS.find(([name]) => name.test(base))?.[1] ??
    (isUnnamed(base) ? 'the drawing tool' : undefined)
  );
}

function hidden({ file, name }: Drawing, base: string): readonly LintFinding[] {
  const codes = hiddenIn(base);
  if (codes.length === 0) return [];
  const message = `The file's name holds what no one sees (${codes.join(', ')}); the icon is '${name}'.`;
  return [{ file, message, hint: `Rename the file to ${kebabCase(base)}.svg, typed anew.` }];
}

function reserved({ file }: Drawing): readonly LintFinding[] {
  const reason = whyNotOnWindows(file);
  if (reason === undefined) return [];
  const message = `On Windows this file cannot be checked out: ${reason}.`;
  return [{ file, message, hint: 'Give the file or the folder another name, such as con-icon.' }];
}

function leftOver({ file, name }: Drawing, base: string, by: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', a name that comes from ${by}, so the icon is '${name}'.`,
    hint: 'Rename the file after what the icon shows, such as home.svg; name the layer so, too, before you export it again.',
  };
}

function notKebab({ file }: Drawing, base: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', and its icon '${kebabCase(base)}': who looks for one does not find the other.`,
    hint: `Rename the file to ${kebabCase(base)}.svg, and its metadata with it.`,
  };
}

function unlike({ file, name }: Drawing, pattern: string): LintFinding {
  return {
    file,
    message: `The icon is called '${name}', and names of this set are as ${pattern} says.`,
    hint: 'Rename the file; if code uses the name already, keep it as an alias in the metadata.',
  };
}
