export {
  type BuildOptions,
  type BuildResult,
  build,
  type Outcome,
} from './build.ts';
export { type CheckOptions, type CheckResult, checkIcons, type DrawingFix } from './check.ts';
export { defineConfig } from './config/define.ts';
export type { CheckConfig, IconifyInput, Input, LintConfig, UserConfig } from './config/types.ts';
export type { Diagnostic, DiagnosticCode, Severity, Where } from './core/diagnostics.ts';
export { BuildError } from './core/errors.ts';
export type {
  ColorMode,
  Form,
  Icon,
  IconAuthor,
  IconDeprecation,
  IconFacts,
  IconLicense,
  IconMeta,
  Need,
  OutputFile,
  Source,
  Sprite,
} from './core/types.ts';
export type { Contents } from './deliver.ts';
export type { Layout, Style } from './emit/layouts.ts';
export type { Manifest, ManifestIcon, ManifestSprite } from './emit/manifest.ts';
export type { NamesFormat } from './emit/names.ts';
export type { SvgoOptions } from './icon/svgo/plugin-order.ts';
export { type TransformedIcon, type TransformOptions, transformIcon } from './icon/transform.ts';
export type { Preset } from './lint/presets.ts';
export type { Suppressed } from './lint/suppressions.ts';
export type { RuleSetting } from './lint/types.ts';
export type { Shard } from './node/shard-part.ts';
export type { BuildStats, SpriteStats } from './node/stats.ts';
export type { Timing } from './node/timing.ts';
export type { Change } from './node/write.ts';
export { buildShard, mergeShards, type ShardOutcome } from './shards.ts';
export {
  type IconWatcher,
  type WatchBuild,
  type WatchEvents,
  type WatchListener,
  watch,
} from './watch.ts';
