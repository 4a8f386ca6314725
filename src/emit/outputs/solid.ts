import { NOTICE } from '../notice.ts';
import { componentOutput, namedExport } from './component.ts';
import { jsxAttributes, SVG_JSX, toJsx } from './jsx.ts';
import type { IconOutput } from './output.ts';

/** Components for Solid: `<IconHome title="Start" width={16} />`. */
export const solidOutput: IconOutput = componentOutput({
  folder: 'solid',
  extension: '.tsx',
  exportLine: namedExport,
  write: ({ component, doc, attributes, nodes }) => `// ${NOTICE}
import { type ComponentProps, type JSX, Show, splitProps } from 'solid-js';

${doc}
export function ${component}(props: ComponentProps<'svg'> & { title?: string }): JSX.Element {
  const [local, rest] = splitProps(props, ['title']);
  const label = () => local.title ?? props['aria-label'];
  return (
    <svg${jsxAttributes(attributes, SVG_JSX)} role={label() ? 'img' : undefined} aria-hidden={label() ? undefined : 'true'} {...rest}>
      <Show when={local.title}>
        <title>{local.title}</title>
      </Show>
      ${toJsx(nodes, SVG_JSX)}
    </svg>
  );
}
`,
});
