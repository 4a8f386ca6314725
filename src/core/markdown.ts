import { oneLine } from './one-line.ts';

/**
 * Escapes text for Markdown, so that it contains no image, link, HTML, emphasis, heading or list. Only
 * characters with a meaning are escaped, so that most texts stay unchanged.
 * Source: CommonMark 0.31, backslash escapes; GitHub Flavored Markdown, autolinks.
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text.replace(/\s+/g, ' ').trim());
  // Most texts are plain, and compiling the patterns takes a notable part of a small build.
  if (/^[A-Za-z][A-Za-z\d ,'()-]*$/.test(line)) return line;
  return (
    line
      .replace(/[\\`*[\]~|]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/</g, '&lt;')
      .replace(/(?<=[a-z][a-z\d+.-]*):(?=\/\/)|(?<=\bwww)\.|(?<=\bmailto):/gi, '\\$&')
      // At the start of a line: headings, quotations, lists.
      .replace(/^(?:#+(?=\s|$)|>|[-+=])/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/**
 * Escapes text for Markdown on a code host, where `@name`, `#12` and `GH-12` notify people and link
 * issues, escaped or not.
 */
export function escapeHostedMarkdown(text: string): string {
  return escapeMarkdown(text)
    .replace(/@/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\bGH-(?=\d)/gi, '$&\u200b');
}

/** Wraps text in a code span on one line that the text cannot end. */
export function markdownCode(text: string): string {
  return `\`${oneLine(text).replace(/[`|]/g, ' ')}\``;
}
