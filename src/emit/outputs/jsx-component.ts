import { NOTICE } from '../notice.ts';
import { componentOutput, namedExport } from './component.ts';
import { type JsxDialect, jsxAttributes, toJsx } from './jsx.ts';
import type { IconOutput } from './output.ts';

/** Framework whose components are functions of their props that return JSX. */
interface JsxFramework {
  readonly folder: string;
  readonly importLine: string;
  /** Type of the props of an `<svg>`. */
  readonly props: string;
  /** Type of the result. */
  readonly result: string;
  /** Value of `aria-hidden`, as JSX. */
  readonly hidden: string;
  readonly dialect: JsxDialect;
}

/** Components with a `title`, which also names the icon for screen readers. */
export function jsxComponentOutput(framework: JsxFramework): IconOutput {
  const { folder, importLine, props, result, hidden, dialect } = framework;
  return componentOutput({
    folder,
    extension: '.tsx',
    exportLine: namedExport,
    write: ({ component, doc, attributes, nodes }) => `// ${NOTICE}
${importLine}

${doc}
export function ${component}({
  title,
  ...props
}: ${props} & { title?: string }): ${result} {
  const label = title ?? props['aria-label'];
  return (
    <svg${jsxAttributes(attributes, dialect)} role={label ? 'img' : undefined} aria-hidden={label ? undefined : ${hidden}} {...props}>
      {title && <title>{title}</title>}
      ${toJsx(nodes, dialect)}
    </svg>
  );
}
`,
  });
}
