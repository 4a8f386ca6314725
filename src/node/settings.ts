import type { ResolvedConfig } from '../config/types.ts';
import type { Settings } from './work.ts';

/** Options that decide how each icon is processed. */
export function settingsOf(config: ResolvedConfig): Settings {
  const { svgo, portable, activeContent, limits, verify } = config;
  return { svgo, portable, activeContent, limits, verify };
}
