import { SVG_JSX } from './jsx.ts';
import { jsxComponentOutput } from './jsx-component.ts';
import type { IconOutput } from './output.ts';

/** Components for Preact: `<IconHome title="Start" width={16} />`. */
export const preactOutput: IconOutput = jsxComponentOutput({
  folder: 'preact',
  importLine: "import type { ComponentProps, VNode } from 'preact';",
  props: "ComponentProps<'svg'>",
  result: 'VNode',
  hidden: "'true'",
  dialect: SVG_JSX,
});
