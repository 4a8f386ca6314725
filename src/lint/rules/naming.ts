import { isDefaultName } from '../../core/default-names.ts';
import { kebabCase } from '../../core/names.ts';
import { hiddenCodePoints } from '../../core/one-line.ts';
import { windowsNameProblem } from '../../core/reserved-names.ts';
import { resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';

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
const DEFAULT_NAMES: readonly (readonly [name: RegExp, by: string])[] = [
  [/=/, 'the properties of a Figma variant'],
  [/\s(copy|kopie|copie|copia)(\s*\d+)?$|^copy of\s/i, 'a copy'],
  [/\(\d+\)$/, 'a second download'],
  [/^untitled/i, 'the drawing tool'],
];

/** Checks file names, since code uses them as icon names. */
export const naming: SourceRule = {
  name: 'naming',
  about: 'Files are named after what their icons show',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['error', { kebab: true }] },
  docs: {
    section: 'names',
    order: 10,
    message:
      "The file is called 'Frame 12', a name that comes from the drawing tool, so the icon is 'frame-12'.",
    why: 'People cannot find an icon by an accidental name, and code that uses the name breaks when someone corrects it.',
    fix: 'Rename the file and the layer in the drawing tool. Otherwise the next export restores the old name. `iconloom rename` keeps the old name as an alias.',
  },
  check(source, configured) {
    const { kebab, leftovers, pattern } = resolveOptions(OPTIONS, configured);
    const base = source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.svg$/i, '');
    const origin = leftovers ? defaultNameOrigin(base) : undefined;
    if (origin !== undefined) return [reportDefaultName(source, base, origin)];
    return [
      ...reportHiddenCharacters(source, base),
      ...reportReserved(source),
      ...(kebab && kebabCase(base) !== base ? [reportNotKebab(source, base)] : []),
      ...(new RegExp(pattern, 'u').test(source.name)
        ? []
        : [reportPatternMismatch(source, pattern)]),
    ];
  },
};

function defaultNameOrigin(base: string): string | undefined {
  return (
    DEFAULT_NAMES.find(([name]) => name.test(base))?.[1] ??
    (isDefaultName(base) ? 'the drawing tool' : undefined)
  );
}

function reportHiddenCharacters({ file, name }: LintSource, base: string): readonly LintFinding[] {
  const codes = hiddenCodePoints(base);
  if (codes.length === 0) return [];
  const message = `The file name contains invisible characters (${codes.join(', ')}); the icon is '${name}'.`;
  return [
    { file, message, hint: `Rename the file to ${kebabCase(base)}.svg, and type the name again.` },
  ];
}

function reportReserved({ file }: LintSource): readonly LintFinding[] {
  const reason = windowsNameProblem(file);
  if (reason === undefined) return [];
  const message = `This file cannot be checked out on Windows: ${reason}.`;
  return [{ file, message, hint: 'Give the file or the folder another name, such as con-icon.' }];
}

function reportDefaultName({ file, name }: LintSource, base: string, origin: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', a name that comes from ${origin}, so the icon is '${name}'.`,
    hint: 'Rename the file after what the icon shows, such as home.svg; rename the layer, too, before you export it again.',
  };
}

function reportNotKebab({ file }: LintSource, base: string): LintFinding {
  return {
    file,
    message: `The file is called '${base}', but its icon is '${kebabCase(base)}', so a search for one does not find the other.`,
    hint: `Rename the file to ${kebabCase(base)}.svg, and its metadata with it.`,
  };
}

function reportPatternMismatch({ file, name }: LintSource, pattern: string): LintFinding {
  return {
    file,
    message: `The icon is called '${name}', but names must match ${pattern}.`,
    hint: 'Rename the file; if code already uses the name, keep it as an alias in the metadata.',
  };
}
