import type { XastRoot } from 'svgo';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { type Size, type SizeAttributes, sizeOf } from '../../svg/view-box.ts';
import { type Pass, pass, svgElement, textContent } from '../tree.ts';

/** Facts that only the unchanged source has. */
export interface SourceFacts {
  readonly size: Size;
  /** The root's attributes as they were written. */
  readonly root: SizeAttributes;
  /** The root's `width` and `height` as they were written, as attributes. */
  readonly sizeAttributes: string;
  /** Text of the `<title>`, or ''. */
  readonly title: string;
}

/**
 * Reads size and title before other passes drop them. Reports a source without a size.
 *
 * @param imageSize size of the image that embeds a source without a size
 */
export function inspectSource(
  text: string,
  file: string,
  report: (diagnostic: Diagnostic) => void,
  imageSize: SizeAttributes = {},
): readonly [facts: () => SourceFacts | undefined, pass: Pass] {
  let facts: SourceFacts | undefined;
  return [
    () => facts,
    pass('iconloom-inspect-source', (root) => {
      const svg = svgElement(root);
      if (!svg) {
        report(diagnoseRoot(root, text, file));
        return;
      }
      const declared = sizeOf(svg.attributes);
      const effectiveSize = isSizeless(svg.attributes) ? sizeOf(imageSize) : declared;
      const size = typeof effectiveSize === 'string' ? declared : effectiveSize;
      if (typeof size === 'string') {
        report(diagnose('no-size', { file, args: { found: size } }));
        return;
      }
      const title = svg.children.find(
        (child) => child.type === 'element' && child.name === 'title',
      );
      const label = title?.type === 'element' ? textContent(title) : '';
      facts = {
        size,
        root: { ...svg.attributes },
        sizeAttributes: sizeAttributes(svg.attributes),
        title: label.replace(/\s+/g, ' ').trim(),
      };
    }),
  ];
}

/** Checks for a root without a size: as an image, it fills its place, in units of the outer SVG. */
function isSizeless({ viewBox = '', width, height }: SizeAttributes): boolean {
  const isLength = (side?: string) => typeof sizeOf({ width: side, height: side }) !== 'string';
  return viewBox.trim() === '' && !isLength(width) && !isLength(height);
}

function diagnoseRoot(root: XastRoot, text: string, file: string): Diagnostic {
  const found = root.children.find((child) => child.type === 'element')?.name;
  if (found !== undefined) {
    return diagnose('not-svg', { file, args: { found: `its root is <${found}>, not <svg>` } });
  }
  // The parser accepts a file that ends within its first tag.
  const lines = text.split('\n');
  const where = { line: lines.length, column: Math.max((lines.at(-1) ?? '').length, 1) };
  return /<[a-z]/i.test(text)
    ? diagnose('parse-error', { file, where, args: { reason: 'Unexpected end of the file.' } })
    : diagnose('not-svg', { file, args: { found: 'it has no element' } });
}

function sizeAttributes({ width, height }: Record<string, string>): string {
  const plain = (value: string) => value.replace(/[^\w.%+-]/g, '');
  const attribute = (name: string, value: string | undefined) =>
    value === undefined ? '' : ` ${name}="${plain(value)}"`;
  return attribute('width', width) + attribute('height', height);
}
