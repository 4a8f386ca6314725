import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeStyle, restyle } from '../edit/style.ts';
import { CONFIG_FILES } from '../node/load-config.ts';
import type { Outputs } from './outputs.ts';
import { firstOf, type Project } from './project.ts';

/** Existing iconloom configuration of a project. */
export interface OwnConfig {
  /** Path relative to the project. */
  readonly file: string;
  /** First input folder; `undefined` if it is known only at run time. */
  readonly folder: string | undefined;
}

/** Finds the configuration and reads it as text, since its imports may not be installed yet. */
export function findOwnConfig(project: Project): OwnConfig | undefined {
  const file = firstOf(
    project,
    CONFIG_FILES.filter((place) => place !== 'package.json'),
  );
  if (file !== undefined) {
    return { file, folder: inputIn(readFileSync(join(project.folder, file), 'utf8')) };
  }
  const { own } = project;
  return own !== undefined
    ? { file: 'package.json', folder: inputIn(JSON.stringify(own)) }
    : undefined;
}

function inputIn(text: string): string | undefined {
  if (!/\binputs\b/.test(text)) return 'icons';
  const [, input] = /\binputs['"]?\s*:\s*\[?\s*['"]([^'"*?{[\n]+)['"]/.exec(text) ?? [];
  return /^!|^\/|^\w:|\.svg$/i.test(input ?? '') ? undefined : tidy(input);
}

function tidy(path: string | undefined): string | undefined {
  return path?.replace(/^\.\//, '').replace(/\/+$/, '');
}

function outputLines(outputs: Outputs | undefined): readonly string[] {
  const { out, publicDir, fileName, base } = outputs ?? {};
  return Object.entries({ out, publicDir, fileName, base: base || undefined }).flatMap(
    ([key, value]) => (value === undefined ? [] : [`  ${key}: '${value}',`]),
  );
}

/** New configuration: path and text of its file. */
export function newOwnConfig(
  project: Project,
  icons: string,
  outputs: Outputs | undefined,
  style: CodeStyle,
): { readonly file: string; readonly contents: string } {
  const ending = project.isTypeScript ? 'ts' : project.isModule ? 'js' : 'mjs';
  const lines = [
    "import { defineConfig } from 'iconloom/config';",
    '',
    'export default defineConfig({',
    `  inputs: '${icons}',`,
    ...outputLines(outputs),
    '});',
    '',
  ];
  return { file: `iconloom.config.${ending}`, contents: restyle(lines.join('\n'), style) };
}
