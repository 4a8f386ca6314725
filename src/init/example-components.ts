import { reindent, restyle } from '../edit/style.ts';
import type { Framework } from './choices.ts';
import {
  componentLines,
  componentsFolder,
  type Example,
  type ExampleOptions,
  htmlLines,
  relativeImport,
  scriptFile,
} from './example.ts';
import type { ProjectInfo } from './project.ts';

type ExampleFactory = (project: ProjectInfo, options: ExampleOptions) => Example;

/** Example component for each framework. */
export const COMPONENT_EXAMPLES: Readonly<Record<Exclude<Framework, 'none'>, ExampleFactory>> = {
  react: (project, options) => jsxExample(project, options, 'react'),
  // Preact compiles its own JSX and resolves React to `preact/compat`.
  preact: (project, options) => jsxExample(project, options, 'react'),
  solid: (project, options) => jsxExample(project, options, 'solid'),
  qwik,
  lit,
  vue(project, options) {
    const { name, label, style } = options;
    const file = `${componentsFolder(project, options)}/IconExample.vue`;
    const lang = project.isTypeScript ? ' lang="ts"' : '';
    const icon = restyle(componentLines(file, options, 'vue').join('\n'), style);
    const element = reindent(`  <Icon name="${name}" :size="24" label="${label}" />`, style);
    return {
      file,
      use: importInstruction('IconExample', file),
      contents: `<script setup${lang}>\n${icon}\n</script>\n\n<template>\n${element}\n</template>\n`,
    };
  },
  svelte(project, options) {
    const { name, label, style } = options;
    const file = `${componentsFolder(project, options)}/IconExample.svelte`;
    const lang = project.isTypeScript ? ' lang="ts"' : '';
    const code = componentLines(file, options, 'svelte').map((line) => line && `  ${line}`);
    const icon = restyle(code.join('\n'), style);
    return {
      file,
      use: importInstruction('IconExample', file),
      contents: `<script${lang}>\n${icon}\n</script>\n\n<Icon name="${name}" size={24} label="${label}" />\n`,
    };
  },
};

function importInstruction(imported: string, file: string): string {
  return `import ${imported} from ${file} and put <IconExample /> into a component`;
}

function jsxExample(
  project: ProjectInfo,
  options: ExampleOptions,
  entry: 'react' | 'solid',
): Example {
  const { name, label, style } = options;
  const file = jsxFile(project, options);
  const code = [
    ...componentLines(file, options, entry),
    '',
    'export function IconExample() {',
    `  return <Icon name="${name}" size={24} label="${label}" />;`,
    '}',
    '',
  ];
  const contents = restyle(code.join('\n'), style);
  return { file, contents, use: importInstruction('{ IconExample }', file) };
}

function jsxFile(project: ProjectInfo, options: ExampleOptions): string {
  return `${componentsFolder(project, options)}/IconExample.${project.isTypeScript ? 'tsx' : 'jsx'}`;
}

/** Links to the sprite: Qwik resumes components instead of running them, and has no React ones. */
function qwik(project: ProjectInfo, options: ExampleOptions): Example {
  const { name, label, names, style } = options;
  const file = jsxFile(project, options);
  const qwikPackage = project.packages.has('@qwik.dev/core')
    ? '@qwik.dev/core'
    : '@builder.io/qwik';
  const from = names === undefined ? 'virtual:iconloom' : relativeImport(file, names);
  // The plugin writes types of its own, but only in its first build.
  const isUntyped = project.isTypeScript && names === undefined;
  const code = [
    ...(isUntyped ? ['/// <reference types="iconloom/client" />'] : []),
    `import { component$ } from '${qwikPackage}';`,
    `import { iconHref } from '${from}';`,
    '',
    'export const IconExample = component$(() => (',
    `  <svg width="24" height="24" role="img" aria-label="${label}">`,
    `    <use href={iconHref('${name}')} />`,
    '  </svg>',
    '));',
    '',
  ];
  const contents = restyle(code.join('\n'), style);
  return { file, contents, use: importInstruction('{ IconExample }', file) };
}

function lit(project: ProjectInfo, options: ExampleOptions): Example {
  const { name, label, style } = options;
  const file = scriptFile(project, options);
  const [first = '', ...more] = htmlLines(file, options);
  const code = [
    first,
    "import { html, LitElement } from 'lit';",
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    ...more,
    '',
    '/** `<icon-example>` shows an icon. `iconHtml` escapes its arguments, so the HTML is safe. */',
    'export class IconExample extends LitElement {',
    `  ${project.isTypeScript ? 'override ' : ''}render() {`,
    `    const icon = iconHtml('${name}', { size: 24, label: '${label}' });`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is part of the generated code
    '    return html`${unsafeHTML(icon)}`;',
    '  }',
    '}',
    '',
    "customElements.define('icon-example', IconExample);",
    '',
  ];
  return {
    file,
    contents: restyle(code.join('\n'), style),
    use: `import ${file} and put <icon-example></icon-example> into a page or a template`,
    show: { imported: 'IconExample', call: 'document.body.append(new IconExample())' },
  };
}
