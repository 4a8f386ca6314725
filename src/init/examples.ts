import { dirname, relative } from 'node:path/posix';
import { type CodeStyle, reindent, restyle } from '../edit/style.ts';
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
  /** What to do with it, the end of “To see it, …”. */
  readonly use: string;
}

/** A component, or what comes nearest to one, that shows an icon. */
export function exampleFor(project: Project, options: ExampleOptions): Example {
  if (options.platform === 'astro') return astroPage(project, options);
  if (options.framework === 'none') {
    return options.names === undefined ? script(project, options) : page(project, options);
  }
  const { file, contents } = COMPONENTS[options.framework](project, options);
  const used = options.framework === 'svelte' || options.framework === 'vue' ? 'import' : 'put';
  return {
    file,
    contents,
    use:
      used === 'put'
        ? `import { IconExample } from ${file} and put <IconExample /> into a component`
        : `import IconExample from ${file} and put <IconExample /> into a component`,
  };
}

type Component = (project: Project, options: ExampleOptions) => Omit<Example, 'use'>;

const COMPONENTS: Readonly<Record<Exclude<Framework, 'none'>, Component>> = {
  react: (project, options) => jsx(project, options, 'react'),
  solid: (project, options) => jsx(project, options, 'solid'),
  vue: (project, options) => {
    const file = `${folderOf(project, options)}/IconExample.vue`;
    const { name, label } = options;
    const lang = project.isTypeScript ? ' lang="ts"' : '';
    const icon = iconLines(file, options, 'vue').join('\n');
    const shown = reindent(`  <Icon name="${name}" :size="24" label="${label}" />`, options.style);
    return {
      file,
      contents: `<script setup${lang}>\n${restyle(icon, options.style)}\n</script>\n\n<template>\n${shown}\n</template>\n`,
    };
  },
  svelte: (project, options) => {
    const file = `${folderOf(project, options)}/IconExample.svelte`;
    const { name, label } = options;
    const lang = project.isTypeScript ? ' lang="ts"' : '';
    const lines = iconLines(file, options, 'svelte').map((line) => line && `  ${line}`);
    const icon = restyle(lines.join('\n'), options.style);
    return {
      file,
      contents: `<script${lang}>\n${icon}\n</script>\n\n<Icon name="${name}" size={24} label="${label}" />\n`,
    };
  },
};

function jsx(
  project: Project,
  options: ExampleOptions,
  entry: 'react' | 'solid',
): Omit<Example, 'use'> {
  const { name, label, style } = options;
  const file = `${folderOf(project, options)}/IconExample.${project.isTypeScript ? 'tsx' : 'jsx'}`;
  const code = [
    ...iconLines(file, options, entry),
    '',
    'export function IconExample() {',
    `  return <Icon name="${name}" size={24} label="${label}" />;`,
    '}',
    '',
  ];
  return { file, contents: restyle(code.join('\n'), style) };
}

/** Where `Icon` comes from: bound by the plugin, or made of the generated names. */
function iconLines(file: string, { names }: ExampleOptions, entry: string): readonly string[] {
  if (names === undefined) return [`import { Icon } from 'iconloom/${entry}';`];
  return [
    `import { createIcon } from 'iconloom/${entry}';`,
    `import * as icons from '${pathFrom(file, names)}';`,
    '',
    'const Icon = createIcon(icons);',
  ];
}

function astroPage(project: Project, options: ExampleOptions): Example {
  const { name, label, names, style } = options;
  const file = `${folderOf(project, options)}/IconExample.astro`;
  const code =
    names === undefined
      ? ["import { iconHtml } from 'iconloom/html';"]
      : [
          "import { createIconHtml } from 'iconloom/html';",
          `import * as icons from '${pathFrom(file, names)}';`,
          '',
          'const iconHtml = createIconHtml(icons);',
        ];
  const call = restyle(`iconHtml('${name}', { size: 24, label: '${label}' })`, style);
  return {
    file,
    contents: `---\n${restyle(code.join('\n'), style)}\n---\n\n<Fragment set:html={${call}} />\n`,
    use: `import IconExample from ${file} and put <IconExample /> into a page`,
  };
}

function script(project: Project, options: ExampleOptions): Example {
  const { name, label, style } = options;
  const { isTypeScript, isModule } = project;
  const ending = isTypeScript ? 'ts' : isModule || options.names === undefined ? 'js' : 'mjs';
  const file = `${project.has('src') ? 'src/' : ''}icon-example.${ending}`;
  const element = isTypeScript ? 'element: Element): void' : 'element)';
  const code = [
    "import { iconHtml } from 'iconloom/html';",
    '',
    '/** Puts an icon at the end of an element. */',
    `export function showIcon(${element} {`,
    `  const icon = iconHtml('${name}', { size: 24, label: '${label}' });`,
    "  element.insertAdjacentHTML('beforeend', icon);",
    '}',
    '',
  ];
  return {
    file,
    contents: restyle(code.join('\n'), style),
    use: `import { showIcon } from ${file} and call showIcon(document.body)`,
  };
}

function page(project: Project, { name, label, sprite }: ExampleOptions): Example {
  const file = `${project.has('public') ? 'public/' : ''}icon-example.html`;
  return {
    file,
    contents: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Icon example</title>
  </head>
  <body>
    <svg width="24" height="24" role="img" aria-label="${label}">
      <use href="${sprite}#${name}"></use>
    </svg>
  </body>
</html>
`,
    use: `open ${file} by way of a web server (browsers take no sprite from a file)`,
  };
}

/** Where a project keeps its components. */
function folderOf({ has }: Project, { platform }: ExampleOptions): string {
  if (platform === 'sveltekit') return 'src/lib';
  if (platform === 'nuxt') return has('app') ? 'app/components' : 'components';
  if (platform === 'astro') return 'src/components';
  if (platform === 'next') return has('src') ? 'src/components' : 'components';
  const found = ['src/components', 'src/lib', 'src', 'components'].find(has);
  return found ?? 'src';
}

/** A path as an import of a file has it. */
function pathFrom(file: string, to: string): string {
  const path = relative(dirname(file), to);
  return path.startsWith('.') ? path : `./${path}`;
}
