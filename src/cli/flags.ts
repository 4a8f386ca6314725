import type { Preset } from '../lint/presets.ts';
import type { CheckFormat } from './report/formats.ts';

/** Flags that every command has. */
export interface CommonFlags {
  readonly config?: string;
  readonly json?: boolean;
}

export interface BuildFlags extends CommonFlags {
  readonly watch?: boolean;
  /** `2/4` */
  readonly shard?: string;
  readonly dryRun?: boolean;
  /** File to write a trace to. */
  readonly profile?: string;
  readonly silent?: boolean;
  readonly verbose?: boolean;
  /** Values of configuration options, by their keys. */
  readonly [flag: string]: unknown;
}

export type ListFlags = CommonFlags;

export interface CheckFlags extends CommonFlags {
  readonly fix?: boolean;
  readonly format?: CheckFormat;
  readonly maxWarnings?: number;
  readonly preset?: Preset;
  readonly drift?: boolean;
  /** False with `--no-baseline`. */
  readonly baseline?: boolean;
  readonly updateBaseline?: boolean;
  readonly verbose?: boolean;
  /** Values of configuration options, by their keys. */
  readonly [flag: string]: unknown;
}

export interface AddFlags extends CommonFlags {
  /** Folder, relative to the working folder. */
  readonly to?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

export interface PreviewFlags extends Pick<CommonFlags, 'config'> {
  readonly port?: string;
  readonly open?: boolean;
}

export interface InitFlags {
  /** Folder or name of a package of the workspace. */
  readonly app?: string;
  readonly framework?: string;
  readonly bundler?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface TypesFlags {
  /** File to write, relative to the working folder. */
  readonly dts?: string;
}

export interface MigrateFlags extends Pick<PlanFlags, 'yes' | 'dryRun' | 'json'> {
  /** Globs of the app's code. */
  readonly source?: readonly string[];
}

export interface CacheFlags extends CommonFlags {
  readonly clear?: boolean;
}

/** Flags of commands that list their changes first. */
export interface PlanFlags extends CommonFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export interface RenameFlags extends PlanFlags {
  /** False with `--no-alias`. */
  readonly alias?: boolean;
  /** Set to merge into the existing icon of that name, if both look the same. */
  readonly merge?: boolean;
  /** Globs of the app's code. */
  readonly source?: readonly string[];
}

export interface DeprecateFlags extends PlanFlags {
  readonly use?: string;
  readonly since?: string;
  readonly note?: string;
}

export interface DiffFlags extends CommonFlags {
  /** Folder of icons to compare with. */
  readonly folder?: string;
  /** Installed package to compare with. */
  readonly package?: string;
  /** Files to write. */
  readonly html?: string;
  readonly markdown?: string;
  readonly png?: string;
  readonly changelog?: string;
  /** URL of the PNG sheet, or of its folder. */
  readonly imageBase?: string;
  readonly exitCode?: boolean;
}

export interface ExplainFlags {
  readonly json?: boolean;
}

export interface VerifyFlags extends CommonFlags {
  /** `chromium,firefox` */
  readonly browser?: string;
  readonly format?: 'pretty' | 'json';
  /** Page to write. */
  readonly html?: string;
  readonly inMemory?: boolean;
  /** Values of configuration options, by their keys. */
  readonly [flag: string]: unknown;
}
