import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeStyle, restyle } from '../edit/style.ts';
import { CONFIG_FILES } from '../node/load-config.ts';
import type { BuildLocation } from './outputs.ts';
import { firstExisting, type ProjectInfo } from './project.ts';

/** Existing iconloom configuration of a project. */
export interface ExistingConfig {
  /** Path relative to the project. */
  readonly file: string;
  /** First input folder; `undefined` if it is known only at run time. */
  readonly folder: string | undefined;
}

/** Finds the configuration and reads it as text, since its imports may not be installed yet. */
export function findExistingConfig(project: ProjectInfo): ExistingConfig | undefined {
  const file = firstExisting(
    project,
    CONFIG_FILES.filter((configName) => configName !== 'package.json'),
  );
  if (file !== undefined) {
    return { file, folder: parseInputFolder(readFileSync(join(project.folder, file), 'utf8')) };
  }
  const { iconloomField } = project;
  return iconloomField !== undefined
    ? { file: 'package.json', folder: parseInputFolder(JSON.stringify(iconloomField)) }
    : undefined;
}

function parseInputFolder(text: string): string | undefined {
  if (!/\binputs\b/.test(text)) return 'icons';
  const [, input] = /\binputs['"]?\s*:\s*\[?\s*['"]([^'"*?{[\n]+)['"]/.exec(text) ?? [];
  return /^!|^\/|^\w:|\.svg$/i.test(input ?? '') ? undefined : trimSlashes(input);
}

function trimSlashes(path: string | undefined): string | undefined {
  return path?.replace(/^\.\//, '').replace(/\/+$/, '');
}

function outputLines(outputs: BuildLocation | undefined): readonly string[] {
  const { out, publicDir, fileName, base } = outputs ?? {};
  return Object.entries({ out, publicDir, fileName, base: base || undefined }).flatMap(
    ([key, value]) => (value === undefined ? [] : [`  ${key}: '${value}',`]),
  );
}

/** New configuration: path and text of its file. */
export function createInitialConfig(
  project: ProjectInfo,
  icons: string,
  outputs: BuildLocation | undefined,
  style: CodeStyle,
): { readonly file: string; readonly contents: string } {
  const extension = project.isTypeScript ? 'ts' : project.isModule ? 'js' : 'mjs';
  const lines = [
    "import { defineConfig } from 'iconloom/config';",
    '',
    'export default defineConfig({',
    `  inputs: '${icons}',`,
    ...outputLines(outputs),
    '});',
    '',
  ];
  return { file: `iconloom.config.${extension}`, contents: restyle(lines.join('\n'), style) };
}
