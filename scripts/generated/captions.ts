import { readFileSync } from 'node:fs';

/** Example of a rule: its wrong and its right icon in `test/fixtures/rules/`. */
export interface Caption {
  /** Options with which the rule is tested. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Caption of the wrong icon; lower case, without a period. */
  readonly wrong: string;
  readonly right: string;
  /** Message for the wrong icon. */
  readonly says: string;
  /** SVG that marks the problem in the picture. */
  readonly marks?: string;
}

export const FIXTURES: URL = new URL('../../test/fixtures/rules/', import.meta.url);

export function readCaptions(): Readonly<Record<string, Caption>> {
  return JSON.parse(readFileSync(new URL('captions.json', FIXTURES), 'utf8'));
}
