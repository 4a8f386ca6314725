import { kebabCase } from '../../core/names.ts';
import { hiddenIn } from '../../core/one-line.ts';
import { whyNotOnWindows } from '../../core/reserved-names.ts';
import { isUnnamed } from '../../core/unnamed.ts';
import { optionsOf } from '../options.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';

const OPTIONS = {
  kebab: {
    default: false,
    about: 'Whether file names must equal icon names: lower case, words joined by hyphens',
  },
  leftovers: {
    default: true,
    about: 'Whether to report names that drawing tools and downloads create: Frame 12, Home copy',
  },
  pattern: {
    default: '',
    takes: ['pattern'],
    about: 'A regular expression that the names of all icons must match; empty for any name',
  },
} satisfies Record<string, RuleOption>;

/** Names that tools create, and their origin. */
const LEFTOVERS: readonly (readonly [name: RegExp, by: string])[] = [
  [/=/, 'the properties of a Figma variant'],
  [/\s(copy|kopie|copie|copia)(\s*\d+)?$|^copy of\s/i, 'a copy'],
  [/\(\d+\)$/, 'a second download'],
  [/^untitled/i, 'the drawing tool'],
];

/** Checks file names, since code uses them as icon names. */
export const naming: DrawingRule = {
  name: 'naming',
  about: 'Files are named after what their icons show',
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
  const message = `The file name contains invisible characters (${codes.join(', ')}); the icon is '${name}'.`;
  return [
    { file, message, hint: `Rename the file to ${kebabCase(base)}.svg, and type the name again.` },
  ];
}

function reserved({ file }: Drawing): readonly LintFinding[] {
  const reason = whyNotOnWindows(file);
  if (reason === undefined) return [];
  const message = `This file cannot be checked out on Windows: ${reason}.`;
  return [{ file, message, hint: 'Give the file or the folder another name, such as con-icon.' }];
}

function leftOver({ file, name }: Drawing, base: string, by: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', a name that comes from ${by}, so the icon is '${name}'.`,
    hint: 'Rename the file after what the icon shows, such as home.svg; rename the layer, too, before you export it again.',
  };
}

function notKebab({ file }: Drawing, base: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', but its icon is '${kebabCase(base)}', so a search for one does not find the other.`,
    hint: `Rename the file to ${kebabCase(base)}.svg, and its metadata with it.`,
  };
}

function unlike({ file, name }: Drawing, pattern: string): LintFinding {
  return {
    file,
    message: `The icon is called '${name}', but names must match ${pattern}.`,
    hint: 'Rename the file; if code already uses the name, keep it as an alias in the metadata.',
  };
}
