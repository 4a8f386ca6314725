/** What all apps share: the props that the button changes, and where they report to. */
export const BEFORE = { name: 'arrow', size: 24 } as const;
export const AFTER = { name: 'box', size: 48, label: 'Now a box', color: 'red' } as const;

/** What the app under test has told, in order. */
export function report(text: string): void {
  const page = globalThis as { reports?: string[] };
  page.reports ??= [];
  page.reports.push(text);
}
