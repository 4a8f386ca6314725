import type { Example } from './examples.ts';
import type { Choice } from './model.ts';
import type { Project } from './project.ts';
import { SCRIPT } from './scripts.ts';

/** What the next steps depend on. */
export interface Situation {
  readonly choice: Choice;
  readonly example: Example | undefined;
  /** What a person has to do themselves. */
  readonly manual: readonly string[];
  readonly told: readonly string[];
  /** Folder of the files that the project keeps. */
  readonly out: string | undefined;
}

/** What a person does after the setup, in this order, one sentence each. */
export function nextSteps(
  { packages, packageManager, packageText, scripts }: Project,
  { choice, example, manual, told, out }: Situation,
): readonly string[] {
  const { install, run, exec } = packageManager;
  const hasScript = packageText !== undefined && scripts[SCRIPT]?.includes('iconloom') !== false;
  const build = hasScript ? run(SCRIPT) : exec('iconloom build');
  const start = scripts.dev ? run('dev') : scripts.start ? run('start') : run('build');
  return [
    ...(packages.has('iconloom') ? [] : [`install it: ${install('iconloom')}`]),
    ...manual,
    ...told,
    ...(choice.bundler ? [] : [`build the icons, and commit what is in ${out}: ${build}`]),
    ...(example ? [`see one: ${example.use}`] : []),
    ...(choice.bundler && packageText !== undefined ? [`start: ${start}`] : []),
    `add more: ${exec('iconloom add ./drawing.svg')}, or with @iconify-json/mdi installed, ${exec('iconloom add mdi:home')}`,
  ];
}
