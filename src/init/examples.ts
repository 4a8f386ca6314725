import { restyle } from '../edit/style.ts';
import { angularComponent } from './angular.ts';
import {
  componentsFolder,
  type Example,
  type ExampleOptions,
  htmlLines,
  scriptFile,
} from './example.ts';
import { COMPONENT_EXAMPLES } from './example-components.ts';
import type { ProjectInfo } from './project.ts';

/** Creates an example that shows an icon: a component, or a script or page without a framework. */
export function createExample(project: ProjectInfo, options: ExampleOptions): Example {
  if (options.platform === 'angular') return angularComponent(project, options);
  if (options.platform === 'astro') return astroExample(project, options);
  if (options.framework === 'none') {
    return options.names === undefined
      ? scriptExample(project, options)
      : pageExample(project, options);
  }
  return COMPONENT_EXAMPLES[options.framework](project, options);
}

function astroExample(project: ProjectInfo, options: ExampleOptions): Example {
  const { name, label, style } = options;
  const file = `${componentsFolder(project, options)}/IconExample.astro`;
  const code = restyle(htmlLines(file, options).join('\n'), style);
  const call = restyle(`iconHtml('${name}', { size: 24, label: '${label}' })`, style);
  return {
    file,
    contents: `---\n${code}\n---\n\n<Fragment set:html={${call}} />\n`,
    use: `import IconExample from ${file} and put <IconExample /> into a page`,
  };
}

function scriptExample(project: ProjectInfo, options: ExampleOptions): Example {
  const { name, label, style } = options;
  const file = scriptFile(project, options);
  const element = project.isTypeScript ? 'element: Element): void' : 'element)';
  const code = [
    ...htmlLines(file, options),
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
    show: { imported: 'showIcon', call: 'showIcon(document.body)' },
  };
}

function pageExample(project: ProjectInfo, { name, label, sprite }: ExampleOptions): Example {
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
    use: `open ${file} through a web server (browsers do not load sprites from file URLs)`,
  };
}
