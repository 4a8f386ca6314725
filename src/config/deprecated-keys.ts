import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** Deprecated keys of a configuration → their replacements. */
const RENAMED_KEYS: Readonly<Record<string, string>> = { check: 'lint' };

/** Configuration with current keys only. */
export interface CurrentKeys {
  readonly config: Readonly<Record<string, unknown>>;
  readonly deprecations: readonly Diagnostic[];
}

/**
 * Replaces deprecated keys. If a configuration has both spellings, the current one wins.
 *
 * @param file file to name in diagnostics
 */
export function replaceDeprecatedKeys(
  config: Readonly<Record<string, unknown>>,
  file: string,
): CurrentKeys {
  const deprecated = Object.keys(config).filter(
    (key) => Object.hasOwn(RENAMED_KEYS, key) && config[key] !== undefined,
  );
  if (deprecated.length === 0) return { config, deprecations: [] };
  const current = { ...config };
  for (const key of deprecated) {
    const replacement = RENAMED_KEYS[key] as string;
    current[replacement] ??= current[key];
    delete current[key];
  }
  return {
    config: current,
    deprecations: deprecated.map((key) =>
      diagnose('option-deprecated', { file, args: { key, use: RENAMED_KEYS[key] as string } }),
    ),
  };
}
