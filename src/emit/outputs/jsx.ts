import { jsLiteral } from '../../core/escape.ts';
import type { MarkupNode } from './element-tree.ts';

/** Spelling of attributes in a dialect of JSX. */
export interface JsxDialect {
  readonly attributeName: (name: string) => string;
  /** Spelling of the value of `style`. */
  readonly style: 'object' | 'text';
}

/** React: camel case, `className`. */
export const REACT_JSX: JsxDialect = {
  attributeName: (name) =>
    name === 'class' ? 'className' : /^(data|aria)-/.test(name) ? name : camelCase(name),
  style: 'object',
};

/** Solid and Preact: names as in SVG. */
export const SVG_JSX: JsxDialect = { attributeName: (name) => name, style: 'text' };

/** Writes elements as JSX on one line. */
export function toJsx(nodes: readonly MarkupNode[], dialect: JsxDialect): string {
  return nodes.map((node) => nodeToJsx(node, dialect)).join('');
}

function nodeToJsx(node: MarkupNode, dialect: JsxDialect): string {
  if (typeof node === 'string') return `{${jsLiteral(node)}}`;
  const { name, attributes, children } = node;
  const start = `<${name}${jsxAttributes(attributes, dialect)}`;
  return children.length === 0 ? `${start} />` : `${start}>${toJsx(children, dialect)}</${name}>`;
}

/** Writes attributes as JSX, with a space before each. */
export function jsxAttributes(
  attributes: readonly (readonly [name: string, value: string])[],
  { attributeName, style }: JsxDialect,
): string {
  return attributes
    .map(
      ([name, value]) =>
        ` ${attributeName(name)}=${name === 'style' && style === 'object' ? `{${jsLiteral(styleObject(value))}}` : jsxValue(value)}`,
    )
    .join('');
}

function jsxValue(value: string): string {
  return /^[^"&{}<>\\\n]*$/.test(value) ? `"${value}"` : `{${jsLiteral(value)}}`;
}

/** Declarations of a style that iconloom wrote: no comments, no semicolons outside of strings and URLs. */
function styleObject(style: string): Readonly<Record<string, string>> {
  const declarations = style.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])+/g) ?? [];
  return Object.fromEntries(
    declarations.map((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return [
        property.startsWith('--') ? property : camelCase(property.trim()),
        value.join(':').trim(),
      ];
    }),
  );
}

/** `stroke-width` → `strokeWidth`, `xlink:href` → `xlinkHref`. */
function camelCase(name: string): string {
  return name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
