import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
import type { ProcessedSource } from './make-icons.ts';

/** Icons of a build in which some source files may have errors. */
export interface IconsWithFallback {
  readonly icons: readonly Icon[];
  /** Diagnostics of source files whose last good icon stays. */
  readonly fallbackDiagnostics: readonly Diagnostic[];
  /** Problems of source files that never had a good icon. */
  readonly failures: readonly Diagnostic[];
}

/** Last icon of each name that had no errors. */
export class LastGoodIcons {
  readonly #icons = new Map<string, Icon>();

  /** Returns an icon for each source file, falling back to its last good one. */
  update(processed: readonly ProcessedSource[]): IconsWithFallback {
    const icons: Icon[] = [];
    const fallbackDiagnostics: Diagnostic[] = [];
    const failures: Diagnostic[] = [];
    for (const { source, icon, result } of processed) {
      const fallback = this.#icons.get(source.name);
      if (icon) {
        this.#icons.set(source.name, icon);
        icons.push(icon);
      } else if (fallback) {
        icons.push(fallback);
        fallbackDiagnostics.push(diagnose('last-good-kept', { file: source.file }));
      } else failures.push(...result.diagnostics);
    }
    return { icons, fallbackDiagnostics, failures };
  }
}
