import { NOTICE } from '../notice.ts';
import { componentOutput, namedExport } from './component.ts';
import { jsxAttributes, REACT_JSX, toJsx } from './jsx.ts';
import type { IconOutput } from './output.ts';

/** Components for React: `<IconHome title="Start" width={16} />`. */
export const reactOutput: IconOutput = componentOutput({
  folder: 'react',
  extension: '.tsx',
  exportLine: namedExport,
  write: ({ component, doc, attributes, nodes }) => `// ${NOTICE}
import type { ReactElement, SVGProps } from 'react';

${doc}
export function ${component}({
  title,
  ...props
}: SVGProps<SVGSVGElement> & { title?: string }): ReactElement {
  const label = title ?? props['aria-label'];
  return (
    <svg${jsxAttributes(attributes, REACT_JSX)} role={label ? 'img' : undefined} aria-hidden={label ? undefined : true} {...props}>
      {title && <title>{title}</title>}
      ${toJsx(nodes, REACT_JSX)}
    </svg>
  );
}
`,
});
