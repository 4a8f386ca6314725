import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { elements, type Pass, pass, svgElement, textContent } from './tree.ts';
import { type Size, sizeOf } from './view-box.ts';

/** What only the drawing as it came can tell. */
export interface SourceFacts {
  readonly size: Size;
  /** Text of the `<title>`, or ''. */
  readonly title: string;
}

/** Reads size and title, before other passes drop them. Reports a drawing that has no size. */
export function inspectSource(
  file: string,
  report: (diagnostic: Diagnostic) => void,
): readonly [facts: () => SourceFacts | undefined, pass: Pass] {
  let facts: SourceFacts | undefined;
  return [
    () => facts,
    pass('iconloom-inspect-source', (root) => {
      const svg = svgElement(root);
      if (!svg) {
        const found = root.children.find((child) => child.type === 'element')?.name;
        const what =
          found === undefined ? 'it has no element' : `its root is <${found}>, not <svg>`;
        report(diagnose('not-svg', { file, args: { found: what } }));
        return;
      }
      const size = sizeOf(svg.attributes);
      if (typeof size === 'string') {
        report(diagnose('no-size', { file, args: { found: size } }));
        return;
      }
      const title = svg.children.find(
        (child) => child.type === 'element' && child.name === 'title',
      );
      const text = title?.type === 'element' ? textContent(title) : '';
      facts = { size, title: text.replace(/\s+/g, ' ').trim() };
    }),
  ];
}

/** Tells of what is kept but may not look the same everywhere. */
export function inspectPortability(file: string, report: (diagnostic: Diagnostic) => void): Pass {
  return pass('iconloom-inspect-portability', (root) => {
    const names = new Set([...elements(root)].map(({ name }) => name));
    if (names.has('text')) report(diagnose('text-element', { file }));
    if (names.has('image') || names.has('feImage')) report(diagnose('raster-image', { file }));
  });
}
