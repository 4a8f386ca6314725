import type { Example } from './example.ts';
import type { SetupChoice } from './model.ts';
import type { BuildLocation } from './outputs.ts';
import type { ProjectInfo } from './project.ts';
import { SCRIPT_NAME } from './scripts.ts';

/** Results of the setup that the next steps depend on. */
export interface NextStepsContext {
  readonly choice: SetupChoice;
  readonly example: Example | undefined;
  /** Entry script that shows the example, if any. */
  readonly entry: string | undefined;
  /** Steps that a person has to do. */
  readonly manual: readonly string[];
  readonly scriptSteps: readonly string[];
  /** Location of built files in the project. */
  readonly outputs: BuildLocation | undefined;
}

/** Preset that aliases `react` to `preact/compat`. */
const PREACT_PRESET = '@preact/preset-vite';
const PREACT_ALIAS_STEP = `alias 'react' to 'preact/compat' in your bundler, as ${PREACT_PRESET} does`;

/** Steps for a person after the setup, in this order, one sentence each. */
export function nextSteps(
  { packages, packageManager, packageText, scripts }: ProjectInfo,
  { choice, example, entry, manual, scriptSteps, outputs }: NextStepsContext,
): readonly string[] {
  const { install, run, exec } = packageManager;
  const hasScript =
    packageText !== undefined && scripts[SCRIPT_NAME]?.includes('iconloom') !== false;
  const build = hasScript ? run(SCRIPT_NAME) : exec('iconloom build');
  const startCommand = run(['dev', 'start'].find((name) => scripts[name]) ?? 'build');
  const startStep = `start${entry === undefined ? '' : ', and see one at the end of the page'}: ${startCommand}`;
  return [
    ...(packages.has('iconloom') ? [] : [`install it: ${install('iconloom')}`]),
    ...manual,
    ...scriptSteps,
    ...(outputs
      ? [`build the icons, and commit what is in ${outputFolders(outputs)}: ${build}`]
      : []),
    ...(choice.framework === 'preact' && !packages.has(PREACT_PRESET) ? [PREACT_ALIAS_STEP] : []),
    ...(example && entry === undefined ? [`see one: ${example.use}`] : []),
    ...(choice.bundler && packageText !== undefined ? [startStep] : []),
    `add more: ${exec('iconloom add ./drawing.svg')}, or with @iconify-json/mdi installed, ${exec('iconloom add mdi:home')}`,
  ];
}

function outputFolders({ out, publicDir }: BuildLocation): string {
  return publicDir === undefined ? out : `${out} and ${publicDir}`;
}
