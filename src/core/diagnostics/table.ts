import { BROWSERS_DIAGNOSTICS } from './browsers.ts';
import { COMMANDS_DIAGNOSTICS } from './commands.ts';
import { CONFIGURATION_DIAGNOSTICS } from './configuration.ts';
import { LINT_DIAGNOSTICS } from './lint.ts';
import { OUTPUTS_DIAGNOSTICS } from './outputs.ts';
import { PLUGIN_DIAGNOSTICS } from './plugin.ts';
import { RENDERING_DIAGNOSTICS } from './rendering.ts';
import { SECURITY_DIAGNOSTICS } from './security.ts';
import { SOURCES_DIAGNOSTICS } from './sources.ts';

/** Texts of one kind of problem. */
export interface DiagnosticTemplate {
  readonly severity: 'error' | 'warning' | 'info';
  /** Origin of the problem: an icon (exit code 1), or the call and configuration (exit code 2). */
  readonly about: 'icon' | 'usage';
  /** One sentence, with `{placeholders}` that are filled from `args`. */
  readonly message: string;
  /** Instruction that fixes it, one sentence. */
  readonly hint: string;
  /** Reason why the problem occurs, without placeholders; for the documentation. */
  readonly cause: string;
  /** Instruction that fixes it, without placeholders; for the documentation. */
  readonly fix: string;
  /** Value of each placeholder, for the example in the documentation. The keys are the type of `args`. */
  readonly example: Readonly<Record<string, string>>;
}

/** Group of codes with one subject. */
export interface DiagnosticArea {
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly table: Readonly<Record<string, DiagnosticTemplate>>;
}

type DiagnosticTable = typeof CONFIGURATION_DIAGNOSTICS &
  typeof COMMANDS_DIAGNOSTICS &
  typeof SOURCES_DIAGNOSTICS &
  typeof SECURITY_DIAGNOSTICS &
  typeof RENDERING_DIAGNOSTICS &
  typeof OUTPUTS_DIAGNOSTICS &
  typeof LINT_DIAGNOSTICS &
  typeof PLUGIN_DIAGNOSTICS &
  typeof BROWSERS_DIAGNOSTICS;

/** Kinds of problem whose texts are in a table; lint rules have texts of their own. */
export type TableCode = keyof DiagnosticTable;

/** Values of the placeholders of a code. */
export type DiagnosticArgs<Code extends TableCode> = Code extends TableCode
  ? ArgsLike<DiagnosticTable[Code]['example']>
  : never;

/** Only a suggestion can be omitted: there is not always a similar name. */
type ArgsLike<Example> = {
  readonly [Name in Exclude<keyof Example, 'suggestion'>]: string;
} & { readonly suggestion?: string };

/** All areas, in the order of the documentation. */
export const DIAGNOSTIC_AREAS: readonly DiagnosticArea[] = [
  {
    title: 'Configuration',
    about: 'Problems with the configuration, its inputs and its aliases.',
    table: CONFIGURATION_DIAGNOSTICS,
  },
  {
    title: 'Commands',
    about: 'Problems with the call of a command, or with the project it runs in.',
    table: COMMANDS_DIAGNOSTICS,
  },
  {
    title: 'Source files and metadata',
    about: 'Problems with source files, their names and their metadata.',
    table: SOURCES_DIAGNOSTICS,
  },
  {
    title: 'Security',
    about:
      'Content that is removed or rejected because it is not safe in a page. See [security.md](security.md).',
    table: SECURITY_DIAGNOSTICS,
  },
  {
    title: 'Rendering',
    about: 'Problems with how icons look, and with the check that they look like their sources.',
    table: RENDERING_DIAGNOSTICS,
  },
  {
    title: 'Outputs',
    about: 'Problems with files that a build writes or compares.',
    table: OUTPUTS_DIAGNOSTICS,
  },
  {
    title: 'Settings of iconloom check',
    about:
      'Problems with the settings of `iconloom check`. The rules have codes of their own, which [rules.md](rules.md) describes.',
    table: LINT_DIAGNOSTICS,
  },
  {
    title: 'Bundler plugin',
    about: 'Problems that the bundler plugin reports about your app.',
    table: PLUGIN_DIAGNOSTICS,
  },
  {
    title: 'Real browsers',
    about: 'Problems of `iconloom verify`, which draws icons in real browsers.',
    table: BROWSERS_DIAGNOSTICS,
  },
];

/** Texts of every code. */
export const DIAGNOSTICS: Readonly<Record<TableCode, DiagnosticTemplate>> = {
  ...CONFIGURATION_DIAGNOSTICS,
  ...COMMANDS_DIAGNOSTICS,
  ...SOURCES_DIAGNOSTICS,
  ...SECURITY_DIAGNOSTICS,
  ...RENDERING_DIAGNOSTICS,
  ...OUTPUTS_DIAGNOSTICS,
  ...LINT_DIAGNOSTICS,
  ...PLUGIN_DIAGNOSTICS,
  ...BROWSERS_DIAGNOSTICS,
};
