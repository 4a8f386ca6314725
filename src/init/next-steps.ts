import type { Example } from './example.ts';
import type { Choice } from './model.ts';
import type { Outputs } from './outputs.ts';
import type { Project } from './project.ts';
import { SCRIPT } from './scripts.ts';

/** What the next steps depend on. */
export interface Situation {
  readonly choice: Choice;
  readonly example: Example | undefined;
  /** The script that shows the example, where one does. */
  readonly entry: string | undefined;
  /** What a person has to do themselves. */
  readonly manual: readonly string[];
  readonly told: readonly string[];
  /** Where files are written that the project keeps. */
  readonly outputs: Outputs | undefined;
}

/** What has `react` lead to `preact/compat`. */
const PRESET = '@preact/preset-vite';
const ALIAS = `have 'react' lead to 'preact/compat' in your bundler, as ${PRESET} does`;

/** What a person does after the setup, in this order, one sentence each. */
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
