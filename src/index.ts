export { defineConfig } from './config/define.ts';
export type { CheckConfig, IconifyInput, Input, LintConfig, UserConfig } from './config/types.ts';
export type { Diagnostic, DiagnosticCode, Severity, Where } from './core/diagnostics.ts';
export { BuildError } from './core/errors.ts';
export type {
  BuildStats,
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
  SpriteStats,
} from './core/types.ts';
export type { Layout, Style } from './emit/layouts.ts';
export type { Manifest, ManifestIcon, ManifestSprite } from './emit/manifest.ts';
export type { NamesFormat } from './emit/names.ts';
export type { OutputName, Outputs } from './emit/outputs/output-names.ts';
export type { SvgoOptions } from './icon/svgo/plugin-order.ts';
export { type TransformedIcon, type TransformOptions, transformIcon } from './icon/transform.ts';
export type { Preset } from './lint/presets.ts';
export type { Suppressed } from './lint/suppressions.ts';
export type { RuleSetting } from './lint/types.ts';
export type { Change } from './node/plan-outputs.ts';
export type { Timing } from './node/timing.ts';
export {
  type BuildOptions,
  type BuildResult,
  build,
  type Outcome,
} from './pipeline/build.ts';
export {
  type CheckOptions,
  type CheckResult,
  checkIcons,
  type DrawingFix,
} from './pipeline/check.ts';
export type { Contents } from './pipeline/output-writer.ts';
export type { Shard } from './pipeline/shard-part.ts';
export { buildShard, mergeShards, type ShardOutcome } from './pipeline/shards.ts';
export {
  type IconWatcher,
  type WatchBuild,
  type WatchEvents,
  type WatchListener,
  watch,
} from './pipeline/watch.ts';
