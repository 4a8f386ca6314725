import type { ResolvedConfig } from '../config/types.ts';
import type { Settings } from './work.ts';

/** What of a configuration decides what becomes of each drawing. */
export function settingsOf(config: ResolvedConfig): Settings {
  const { svgo, portable, activeContent, limits, verify } = config;
  return { svgo, portable, activeContent, limits, verify };
}
