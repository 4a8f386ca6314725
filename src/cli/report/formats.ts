import type { CheckReporter } from './check.ts';

export const FORMATS = ['pretty', 'json', 'github', 'sarif', 'html'] as const;

/** Report format of a check. */
export type Format = (typeof FORMATS)[number];

/** Loads the reporter of a format, and no other code. */
export async function reporterFor(
  format: Format,
  { isVerbose }: { readonly isVerbose: boolean },
): Promise<CheckReporter> {
  if (format === 'json') return (await import('./check-json.ts')).asJson;
  if (format === 'github') return (await import('./check-github.ts')).asAnnotations;
  if (format === 'sarif') return (await import('./check-sarif.ts')).asSarif;
  if (format === 'html') return (await import('./check-html.ts')).asPage;
  return (await import('./check-pretty.ts')).asText(isVerbose);
}
