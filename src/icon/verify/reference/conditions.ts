import { isElement, type ReferenceElement } from './nodes.ts';

/** Elements to which conditional attributes apply. Source: SVG 2, 5.8. */
const CONDITIONAL =
  /^(?:a|circle|ellipse|foreignObject|g|image|line|path|polygon|polyline|rect|svg|switch|text|textPath|tspan|use)$/;

/** Checks whether browsers with the language English render an element. Source: SVG 2, 5.8. */
export function meetsConditions({ name, attributes }: ReferenceElement): boolean {
  if (!CONDITIONAL.test(name)) return true;
  const { systemLanguage, requiredExtensions } = attributes;
  if (requiredExtensions !== undefined && !areSupported(requiredExtensions)) return false;
  return (
    systemLanguage === undefined ||
    systemLanguage.split(',').some((each) => /^en(?:-[a-z\d-]+)?$/i.test(each.trim()))
  );
}

/** Supported extensions. Source: Chromium 156. */
const SUPPORTED_EXTENSIONS: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
]);

function areSupported(extensions: string): boolean {
  return extensions
    .trim()
    .split(/\s+/)
    .every((each) => SUPPORTED_EXTENSIONS.has(each));
}

/** The rendered child of a `<switch>`. */
export function selectSwitchBranch({ children }: ReferenceElement): ReferenceElement | undefined {
  return children.find(
    (child): child is ReferenceElement =>
      isElement(child) && !child.name.startsWith('foreign:') && meetsConditions(child),
  );
}
