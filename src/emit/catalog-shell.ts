import { NOTICE } from './notice.ts';

/** Bundled script and style of the page. */
export interface CatalogPageFiles {
  readonly script: string;
  readonly style: string;
}

/** Parts of the page. */
export interface ShellParts {
  /** Content security policy; '' if the server sends one. */
  readonly policy: string;
  /** Markup in the head. */
  readonly styles: string;
  /** Markup at the end of the body. */
  readonly scripts: string;
  /** URL of the data relative to the page, unless the page contains it. */
  readonly data?: string;
}

/** HTML of the catalog page, before and after the embedded data. */
export function catalogShell(
  title: string,
  { policy, styles, scripts, data }: ShellParts,
): { readonly head: string; readonly end: string } {
  const meta =
    policy === '' ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  return {
    head: `<!doctype html>
<!-- ${NOTICE} -->
<html lang="en">
<head>
<meta charset="utf-8">
${meta}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${styles}
</head>
<body${data === undefined ? '' : ` data-catalog="${escapeHtml(data)}"`}>
<div id="catalog--root">
<p class="loading">Loading the icons &hellip;</p>
<noscript><p class="loading">This page needs JavaScript.</p></noscript>
</div>
`,
    end: `${scripts}
</body>
</html>
`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
