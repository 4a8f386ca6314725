import { DEFAULT_PRECISION } from '../config/schemas/processing.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { JobSettings } from './process-icon.ts';

/** Options that decide how each icon is processed. */
export function jobSettingsOf(config: ResolvedConfig): JobSettings {
  const { svgo, portable, activeContent, limits, verify, precision } = config;
  const settings = { portable, activeContent, limits, verify };
  if (precision === 'auto') return { ...settings, svgo, precision };
  // Not if it is the default of svgo, whose plugins differ in what they do without the option.
  const options = precision === DEFAULT_PRECISION ? svgo : { floatPrecision: precision, ...svgo };
  return { ...settings, svgo: options, precision: 'fixed' };
}
