import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { EngineName } from './browsers/driver.ts';
import type { OpaqueImage } from './image.ts';

/** Icon to render from its source and from its sprite. */
export interface VerifySubject {
  readonly name: string;
  /** Id of its symbol. */
  readonly id: string;
  /** Path of the source relative to the working folder. */
  readonly file: string;
  /** File name of the sprite below the output folder. */
  readonly sprite: string;
  readonly symbol: string;
  /** Bytes of the source file. */
  readonly source: Uint8Array;
  /** Natural size in px. */
  readonly width: number;
  readonly height: number;
  /** True if the page's color may stand for a color of the source. */
  readonly isRecolored: boolean;
}

/** Ways to use a symbol: from the sprite file, or from a sprite in the page. */
export const SYMBOL_USES = ['external', 'inlined'] as const;
export type SymbolUse = (typeof SYMBOL_USES)[number];

/** Backgrounds of the icons. */
export const BACKGROUNDS = { white: '#ffffff', color: '#d13f9d' } as const;
export type Background = keyof typeof BACKGROUNDS;

/** An icon that does not look like its source. */
export interface IconDifference {
  readonly icon: VerifySubject;
  readonly use: SymbolUse;
  /** Background on which it shows most. */
  readonly background: Background;
  /** Share of pixels that differ, 0 to 1. */
  readonly share: number;
  /** True if the sprite draws nothing. */
  readonly isBlank: boolean;
  /** Missing when there are too many differences to show all. */
  readonly pictures?: {
    readonly source: OpaqueImage;
    readonly sprite: OpaqueImage;
    readonly difference: OpaqueImage;
  };
}

/** Icon that could not be compared, with the reason. */
export interface NotCompared {
  readonly icon: Pick<VerifySubject, 'name' | 'file'>;
  /** Clause that follows the name: `it is animated`. */
  readonly reason: string;
  /** True if the browser failed on it. */
  readonly isFailure?: true;
}

/** Result of one browser. */
export interface BrowserResult {
  readonly engine: EngineName;
  readonly name: string;
  readonly version: string;
  readonly differences: readonly IconDifference[];
  readonly notCompared: readonly NotCompared[];
  /** Icons that look like their sources. */
  readonly equalCount: number;
  /** Number of those from the cache. */
  readonly cachedCount: number;
  readonly seconds: number;
}

/** Result of `iconloom verify`. */
export interface VerifyResult {
  readonly iconCount: number;
  readonly browsers: readonly BrowserResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** True if every compared icon looks like its source, and no browser failed on one. */
export function isVerified({ browsers, diagnostics }: VerifyResult): boolean {
  return (
    !diagnostics.some(isError) &&
    browsers.every(
      ({ differences, notCompared }) =>
        differences.length === 0 && !notCompared.some(({ isFailure }) => isFailure),
    )
  );
}
