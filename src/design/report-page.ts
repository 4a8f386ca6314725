import { createHash } from 'node:crypto';
import { escapeHtml } from '../core/escape.ts';
import { REPORT_STYLE } from './report-style.ts';
import { TOKENS_STYLE } from './tokens.ts';

/** Parts of a report that is one self-contained page. */
export interface ReportPage {
  readonly title: string;
  /** Style of this report, after that of all. */
  readonly style: string;
  readonly script: string;
  /** Attributes of the root element, with a space before each. */
  readonly attributes?: string;
  readonly body: string;
}

/**
 * Renders a report as one file without external parts. Its content security policy allows its own
 * script alone; the page shows everything without it.
 */
export function renderReportPage(page: ReportPage): string {
  const { title, style, script, attributes = '', body } = page;
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"${attributes}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${TOKENS_STYLE}${REPORT_STYLE}${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
}
