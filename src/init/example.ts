import { dirname, relative } from 'node:path/posix';
import type { CodeStyle } from '../edit/style.ts';
import type { Framework } from './choices.ts';
import type { Platform } from './frameworks.ts';
import type { ProjectInfo } from './project.ts';

/** Icon that an example shows, and how the project loads icons. */
export interface ExampleOptions {
  readonly framework: Framework;
  readonly platform: Platform | undefined;
  /** Name of the icon. */
  readonly name: string;
  readonly label: string;
  /** Module of generated names, relative to the project; `undefined` if a plugin provides them. */
  readonly names: string | undefined;
  /** URL of the sprite, for a page without a bundler. */
  readonly sprite: string;
  readonly style: CodeStyle;
}

/** Example file, and its use. */
export interface Example {
  /** Path relative to the project. */
  readonly file: string;
  readonly contents: string;
  /** Instruction for a person, the end of “see one: …”. */
  readonly use: string;
  /** Statement of an entry script that shows the example, if one is enough. */
  readonly show?: { readonly imported: string; readonly call: string };
}

/** Folder of a project's components. */
export function componentsFolder({ has }: ProjectInfo, { platform }: ExampleOptions): string {
  if (platform === 'sveltekit') return 'src/lib';
  if (platform === 'nuxt') return has('app') ? 'app/components' : 'components';
  if (platform === 'react-router') return has('app') ? 'app/components' : 'src/components';
  if (platform === 'astro') return 'src/components';
  if (platform === 'next') return has('src') ? 'src/components' : 'components';
  const found = ['src/components', 'src/lib', 'src', 'components'].find(has);
  return found ?? 'src';
}

/** Path of the example script: in `src`, or at the root without one. */
export function scriptFile(project: ProjectInfo, { names }: ExampleOptions): string {
  const { isTypeScript, isModule } = project;
  const extension = isTypeScript ? 'ts' : isModule || names === undefined ? 'js' : 'mjs';
  return `${project.has('src') ? 'src/' : ''}icon-example.${extension}`;
}

/** Relative import path from one file to another. */
export function relativeImport(file: string, to: string): string {
  const path = relative(dirname(file), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Names of a component or function in the package. */
interface FactoryNames {
  /** Entry of the package. */
  readonly entry: string;
  /** Name in the example: that of the export that the plugin binds. */
  readonly boundName: string;
  /** Factory that creates it from the generated names. */
  readonly factoryName: string;
}

/** Import lines of a component or function: from the plugin, or created from generated names. */
function importLines(
  file: string,
  { names }: ExampleOptions,
  { entry, boundName, factoryName }: FactoryNames,
): readonly string[] {
  if (names === undefined) return [`import { ${boundName} } from 'iconloom/${entry}';`];
  return [
    `import { ${factoryName} } from 'iconloom/${entry}';`,
    `import * as icons from '${relativeImport(file, names)}';`,
    '',
    `const ${boundName} = ${factoryName}(icons);`,
  ];
}

/** Import lines of a framework's component. */
export function componentLines(
  file: string,
  options: ExampleOptions,
  entry: string,
): readonly string[] {
  return importLines(file, options, { entry, boundName: 'Icon', factoryName: 'createIcon' });
}

/** Import lines of the function that returns HTML. */
export function htmlLines(file: string, options: ExampleOptions): readonly string[] {
  return importLines(file, options, {
    entry: 'html',
    boundName: 'iconHtml',
    factoryName: 'createIconHtml',
  });
}
