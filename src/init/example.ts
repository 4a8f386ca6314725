import { dirname, relative } from 'node:path/posix';
import type { CodeStyle } from '../edit/style.ts';
import type { Framework } from './choices.ts';
import type { Platform } from './frameworks.ts';
import type { Project } from './project.ts';

/** What an example is to show, and how the project takes icons. */
export interface ExampleOptions {
  readonly framework: Framework;
  readonly platform: Platform | undefined;
  /** Name of the icon. */
  readonly name: string;
  readonly label: string;
  /** The generated names, relative to the project; `undefined` where a plugin gives them. */
  readonly names: string | undefined;
  /** URL of the sprite, for a page without any tool. */
  readonly sprite: string;
  readonly style: CodeStyle;
}

/** An example and how it is used. */
export interface Example {
  /** Path relative to the project. */
  readonly file: string;
  readonly contents: string;
  /** What to do with it, the end of “see one: …”. */
  readonly use: string;
  /** What shows it from a script of the page, where one statement can. */
  readonly show?: { readonly imported: string; readonly call: string };
}

/** Where a project keeps its components. */
export function folderOf({ has }: Project, { platform }: ExampleOptions): string {
  if (platform === 'sveltekit') return 'src/lib';
  if (platform === 'nuxt') return has('app') ? 'app/components' : 'components';
  if (platform === 'react-router') return has('app') ? 'app/components' : 'src/components';
  if (platform === 'astro') return 'src/components';
  if (platform === 'next') return has('src') ? 'src/components' : 'components';
  const found = ['src/components', 'src/lib', 'src', 'components'].find(has);
  return found ?? 'src';
}

/** Where a project keeps a script of a page: the path without its folder's name for the root. */
export function scriptFile(project: Project, { names }: ExampleOptions): string {
  const { isTypeScript, isModule } = project;
  const ending = isTypeScript ? 'ts' : isModule || names === undefined ? 'js' : 'mjs';
  return `${project.has('src') ? 'src/' : ''}icon-example.${ending}`;
}

/** A path as an import of a file has it. */
export function pathFrom(file: string, to: string): string {
  const path = relative(dirname(file), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** What a function of an entry is made with. */
interface Maker {
  /** Of the package. */
  readonly entry: string;
  /** What it is called in the example: the one that the plugin binds. */
  readonly bound: string;
  /** What makes one of a set. */
  readonly create: string;
}

/** Code that has a component or a function at hand: bound by the plugin, or made of the generated names. */
function lines(
  file: string,
  { names }: ExampleOptions,
  { entry, bound, create }: Maker,
): readonly string[] {
  if (names === undefined) return [`import { ${bound} } from 'iconloom/${entry}';`];
  return [
    `import { ${create} } from 'iconloom/${entry}';`,
    `import * as icons from '${pathFrom(file, names)}';`,
    '',
    `const ${bound} = ${create}(icons);`,
  ];
}

/** The same for the component of a framework. */
export function componentLines(
  file: string,
  options: ExampleOptions,
  entry: string,
): readonly string[] {
  return lines(file, options, { entry, bound: 'Icon', create: 'createIcon' });
}

/** The same for the function that writes HTML. */
export function htmlLines(file: string, options: ExampleOptions): readonly string[] {
  return lines(file, options, { entry: 'html', bound: 'iconHtml', create: 'createIconHtml' });
}
