import { areSvgFiles, type DroppedSource, droppedFile, droppedText } from './dropped-sources.ts';
import { svgsInText } from './svg-text.ts';

/** Content of a clipboard: SVGs, or the reason why there are none. */
export type ClipboardContent =
  | { readonly kind: 'sources'; readonly sources: readonly DroppedSource[] }
  | { readonly kind: 'bitmap' | 'layers' | 'text' | 'empty' };

/** Types of text that may contain an SVG, the most exact first. */
const TEXT_TYPES = ['image/svg+xml', 'text/plain', 'text/html'] as const;

/** Finds SVGs in a clipboard; tools put the same icon into it in several types. */
export function readClipboard(data: DataTransfer): ClipboardContent {
  const files = [...data.files];
  if (files.length > 0 && areSvgFiles(files)) {
    return { kind: 'sources', sources: files.map(droppedFile) };
  }
  for (const type of TEXT_TYPES) {
    const svgs = svgsInText(data.getData(type));
    if (svgs.length > 0) return { kind: 'sources', sources: svgs.map(droppedText) };
  }
  if (files.length > 0) return { kind: 'bitmap' };
  if (/\(fig(?:ma|meta)\)/.test(data.getData('text/html'))) return { kind: 'layers' };
  return { kind: data.types.length > 0 ? 'text' : 'empty' };
}

const IN_FIGMA = 'In Figma, right-click the frame and choose Copy/Paste as > Copy as SVG.';
const OR_DROP = 'Or export an SVG file and drop it here.';

/** Says why a clipboard adds no icon, and what to do. */
export const CLIPBOARD_HELP: Readonly<Record<'bitmap' | 'layers' | 'text' | 'empty', string>> = {
  bitmap: `A PNG or a photo cannot become an icon. Copy the icon as SVG. ${IN_FIGMA} ${OR_DROP}`,
  layers: `Figma has copied layers that only Figma can read. Copy the icon as SVG. ${IN_FIGMA} ${OR_DROP}`,
  text: `The clipboard contains text, but no SVG. Copy the icon as SVG. ${IN_FIGMA} ${OR_DROP}`,
  empty: `The clipboard contains nothing that this page can read. Copy the icon as SVG. ${IN_FIGMA} ${OR_DROP}`,
};
