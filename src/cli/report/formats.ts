import type { CheckReporter } from './check.ts';

export const CHECK_FORMATS = ['pretty', 'json', 'github', 'sarif', 'html'] as const;

/** Report format of a check. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Loads the reporter of a format, and no other code. */
export async function loadReporter(
  format: CheckFormat,
  { isVerbose }: { readonly isVerbose: boolean },
): Promise<CheckReporter> {
  if (format === 'json') return (await import('./check-json.ts')).jsonReporter;
  if (format === 'github') return (await import('./check-github.ts')).githubReporter;
  if (format === 'sarif') return (await import('./check-sarif.ts')).sarifReporter;
  if (format === 'html') return (await import('./check-html.ts')).htmlReporter;
  return (await import('./check-pretty.ts')).prettyReporter({ isVerbose });
}
