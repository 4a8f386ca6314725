import { diagnose } from '../../core/diagnostics.ts';
import { NOTICE } from '../notice.ts';
import { componentOutput, namedExport } from './component.ts';
import type { MarkupNode } from './element-tree.ts';
import { jsxAttributes, REACT_JSX, toJsx } from './jsx.ts';
import type { IconOutput } from './output.ts';

/** Elements that react-native-svg draws: those of its version 15 that need no further package. */
const SUPPORTED: ReadonlySet<string> = new Set([
  ...['circle', 'clipPath', 'defs', 'ellipse', 'g', 'image', 'line', 'linearGradient', 'mask'],
  ...[
    'marker',
    'path',
    'pattern',
    'polygon',
    'polyline',
    'radialGradient',
    'rect',
    'stop',
    'symbol',
  ],
  ...['svg', 'use'],
]);
/** Attributes that only the web has. */
const WEB_ONLY: ReadonlySet<string> = new Set(['class', 'style']);

/** Components for React Native, with react-native-svg: `<IconHome color="red" width={16} />`. */
export const reactNativeOutput: IconOutput = componentOutput({
  folder: 'react-native',
  extension: '.tsx',
  exportLine: namedExport,
  write({ icon, component, doc, attributes, nodes }, { report }) {
    const obstacle = obstacleOf(nodes);
    if (obstacle !== undefined) {
      const args = {
        name: icon.name,
        output: `react-native/${icon.name}.tsx`,
        reason: `react-native-svg does not draw ${obstacle}`,
      };
      report(diagnose('output-omits', { file: icon.source.file, args }));
      return undefined;
    }
    const native = nodes.map(toNative);
    const imports = [...new Set(['Svg', ...namesIn(native)])].sort();
    return `// ${NOTICE}
import type { ReactElement } from 'react';
import { ${imports.join(', ')}, type SvgProps } from 'react-native-svg';

${doc}
export function ${component}(props: SvgProps): ReactElement {
  return (
    <Svg${jsxAttributes(attributes, REACT_JSX)} {...props}>
      ${toJsx(native, REACT_JSX)}
    </Svg>
  );
}
`;
  },
});

/** Element or attribute that cannot be drawn; `undefined` if there is none. */
function obstacleOf(nodes: readonly MarkupNode[]): string | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (!SUPPORTED.has(node.name)) return `<${node.name}>`;
    const attribute = node.attributes.find(([name]) => WEB_ONLY.has(name));
    if (attribute) return `the attribute ${attribute[0]}`;
    const inside = obstacleOf(node.children);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function toNative(node: MarkupNode): MarkupNode {
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  const native = name.charAt(0).toUpperCase() + name.slice(1);
  return { name: native, attributes, children: children.map(toNative) };
}

function namesIn(nodes: readonly MarkupNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node.name, ...namesIn(node.children)],
  );
}
