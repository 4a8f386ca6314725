import { NOTICE } from '../notice.ts';
import { componentOutput, namedExport } from './component.ts';
import { jsxAttributes, SVG_JSX, toJsx } from './jsx.ts';
import type { IconOutput } from './output.ts';

/** Components for Preact: `<IconHome title="Start" width={16} />`. */
export const preactOutput: IconOutput = componentOutput({
  folder: 'preact',
  extension: '.tsx',
  exportLine: namedExport,
  write: ({ component, doc, attributes, nodes }) => `// ${NOTICE}
import type { ComponentProps, VNode } from 'preact';

${doc}
export function ${component}({
  title,
  ...props
}: ComponentProps<'svg'> & { title?: string }): VNode {
  const label = title ?? props['aria-label'];
  return (
    <svg${jsxAttributes(attributes, SVG_JSX)} role={label ? 'img' : undefined} aria-hidden={label ? undefined : 'true'} {...props}>
      {title && <title>{title}</title>}
      ${toJsx(nodes, SVG_JSX)}
    </svg>
  );
}
`,
});
