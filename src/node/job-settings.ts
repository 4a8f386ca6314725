import type { ResolvedConfig } from '../config/types.ts';
import type { JobSettings } from './process-icon.ts';

/** Options that decide how each icon is processed. */
export function jobSettingsOf(config: ResolvedConfig): JobSettings {
  const { svgo, portable, activeContent, limits, verify } = config;
  return { svgo, portable, activeContent, limits, verify };
}
