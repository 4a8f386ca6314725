import type { readDeclarations } from '../svg/css/declarations.ts';
import type { parseValue } from '../svg/css/values.ts';

/** The CSS parser, which takes as long to load as a small build, so it is loaded when it is needed. */
export interface CssParser {
  readonly parseValue: typeof parseValue;
  readonly readDeclarations: typeof readDeclarations;
}

/** Thrown by a pass that meets a value which only the parser can tell; see {@link withCss}. */
export class NeedsCss extends Error {}

let loaded: CssParser | undefined;

/**
 * Runs a function with the parser if it is loaded. One that throws {@link NeedsCss} runs again with
 * it, so it must leave nothing behind when it throws.
 */
export async function withCss<T>(run: (css: CssParser | undefined) => T): Promise<T> {
  try {
    return run(loaded);
  } catch (error) {
    if (!(error instanceof NeedsCss)) throw error;
  }
  loaded ??= await load();
  return run(loaded);
}

async function load(): Promise<CssParser> {
  const [{ parseValue }, { readDeclarations }] = await Promise.all([
    import('../svg/css/values.ts'),
    import('../svg/css/declarations.ts'),
  ]);
  return { parseValue, readDeclarations };
}
