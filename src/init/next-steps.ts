import type { Example } from './example.ts';
import type { Choice } from './model.ts';
import type { Outputs } from './outputs.ts';
import type { Project } from './project.ts';
import { SCRIPT } from './scripts.ts';

/** Results of the setup that the next steps depend on. */
export interface Situation {
  readonly choice: Choice;
  readonly example: Example | undefined;
  /** Entry script that shows the example, if any. */
  readonly entry: string | undefined;
  /** Steps that a person has to do. */
  readonly manual: readonly string[];
  readonly told: readonly string[];
  /** Location of built files in the project. */
  readonly outputs: Outputs | undefined;
}

/** Preset that aliases `react` to `preact/compat`. */
const PRESET = '@preact/preset-vite';
const ALIAS = `alias 'react' to 'preact/compat' in your bundler, as ${PRESET} does`;

/** Steps for a person after the setup, in this order, one sentence each. */
export function nextSteps(
  { packages, packageManager, packageText, scripts }: Project,
  { choice, example, entry, manual, told, outputs }: Situation,
): readonly string[] {
  const { install, run, exec } = packageManager;
  const hasScript = packageText !== undefined && scripts[SCRIPT]?.includes('iconloom') !== false;
  const build = hasScript ? run(SCRIPT) : exec('iconloom build');
  const starting = run(['dev', 'start'].find((name) => scripts[name]) ?? 'build');
  const start = `start${entry === undefined ? '' : ', and see one at the end of the page'}: ${starting}`;
  return [
    ...(packages.has('iconloom') ? [] : [`install it: ${install('iconloom')}`]),
    ...manual,
    ...told,
    ...(outputs ? [`build the icons, and commit what is in ${foldersOf(outputs)}: ${build}`] : []),
    ...(choice.framework === 'preact' && !packages.has(PRESET) ? [ALIAS] : []),
    ...(example && entry === undefined ? [`see one: ${example.use}`] : []),
    ...(choice.bundler && packageText !== undefined ? [start] : []),
    `add more: ${exec('iconloom add ./drawing.svg')}, or with @iconify-json/mdi installed, ${exec('iconloom add mdi:home')}`,
  ];
}

function foldersOf({ out, publicDir }: Outputs): string {
  return publicDir === undefined ? out : `${out} and ${publicDir}`;
}
