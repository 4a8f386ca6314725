import type { IconTarget, SkippedImport } from './icon-target.ts';
import type { IconUse, UseAttribute } from './icon-uses.ts';
import { type PageStyles, parseClasses, parseStyleProperties } from './page-styles.ts';

/** Problem with a use of an icon, and its place in the file. */
export interface UseProblem extends SkippedImport {
  readonly offset: number;
}

/** Attributes that mean the same on the iconloom component. */
const SHARED_ATTRIBUTES =
  /^(class(Name|List)?|style|width|height|color|id|role|tab[iI]ndex|key|ref|focusable|opacity|aria-.+|data-.+|on[A-Z:-].*|on[a-z]+)$/;

/** Finds what keeps an element from being an iconloom component that looks the same. */
export function findUseProblems(
  use: IconUse,
  target: IconTarget,
  styles: PageStyles,
): readonly UseProblem[] {
  const example = `<Icon name="${target.name}" />`;
  const attributeProblems = use.attributes.flatMap((attribute): UseProblem[] => {
    const problem = attributeProblem(attribute, example, styles);
    return problem ? [{ offset: attribute.start, ...problem }] : [];
  });
  const useProblems = [childrenProblem(use, example), sizeProblem(use, target)];
  return [
    ...attributeProblems,
    ...useProblems.flatMap((problem) => (problem ? [{ offset: use.start, ...problem }] : [])),
  ];
}

function childrenProblem({ hasChildren }: IconUse, example: string): SkippedImport | undefined {
  return hasChildren ? { reason: 'it has children', instead: `Write ${example}` } : undefined;
}

function sizeProblem(
  { attributes }: IconUse,
  { name, size }: IconTarget,
): SkippedImport | undefined {
  const names = new Set(attributes.map((each) => each.name));
  if (size !== undefined || (names.has('width') && names.has('height'))) return undefined;
  return {
    reason: 'the SVG has no width and height, so the page sizes it',
    instead: `Write <Icon name="${name}" size="…" /> with its current size`,
  };
}

function attributeProblem(
  attribute: UseAttribute,
  example: string,
  styles: PageStyles,
): SkippedImport | undefined {
  const { name } = attribute;
  if (name === undefined) {
    return {
      reason: 'its attributes are known only at run time',
      instead: `Write ${example} with these attributes`,
    };
  }
  if (/^(fill|stroke)/.test(name)) {
    return {
      reason: `a symbol's own colors override ${name}`,
      instead: `Write ${example} with color, and set color to 'currentColor' for the icon`,
    };
  }
  if (name === 'title') {
    return { reason: 'title is called label here', instead: `Write ${example} with label` };
  }
  if (!SHARED_ATTRIBUTES.test(name)) {
    return {
      reason: `${name} means something else here`,
      instead: `Write ${example} with attributes that have the same effect`,
    };
  }
  if (/^class(Name|List)?$/.test(name)) return classProblem(attribute, example, styles);
  return name === 'style' ? styleProblem(attribute, example) : undefined;
}

function classProblem(
  attribute: UseAttribute,
  example: string,
  styles: PageStyles,
): SkippedImport | undefined {
  const classes = parseClasses(attribute);
  if (!classes) {
    return {
      reason: 'its classes are known only at run time, and one may set its color',
      instead: `Write ${example} with these classes, unless they set fill or stroke`,
    };
  }
  const reason = classes.map(styles.paintReason).find((each) => each !== undefined);
  if (reason === undefined) return undefined;
  return {
    reason: `${reason}, but a symbol's own colors override that`,
    instead: `Write ${example}, set color to 'currentColor' for the icon, and color in the rule`,
  };
}

function styleProblem(attribute: UseAttribute, example: string): SkippedImport | undefined {
  const properties = parseStyleProperties(attribute);
  if (properties && !properties.some((each) => /^(fill|stroke)/.test(each))) return undefined;
  return {
    reason: "it may set fill or stroke, but a symbol's own colors override these",
    instead: `Write ${example} with color`,
  };
}
