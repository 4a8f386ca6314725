import { REACT_JSX } from './jsx.ts';
import { jsxComponentOutput } from './jsx-component.ts';
import type { IconOutput } from './output.ts';

/** Components for React: `<IconHome title="Start" width={16} />`. */
export const reactOutput: IconOutput = jsxComponentOutput({
  folder: 'react',
  importLine: "import type { ReactElement, SVGProps } from 'react';",
  props: 'SVGProps<SVGSVGElement>',
  result: 'ReactElement',
  hidden: 'true',
  dialect: REACT_JSX,
});
