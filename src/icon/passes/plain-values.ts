import type { XastParent, XastRoot } from 'svgo';
import { parseColor } from '../../svg/color.ts';
import { INITIAL_VALUES, isInheritedProperty } from '../../svg/inherit.ts';
import { serializeColor } from '../../svg/rgb-color.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

const COLORS = /^(?:fill|stroke|color|stop-color|flood-color|lighting-color)$/;
/** Color syntax that not every renderer supports. */
const MODERN_COLOR = /^\s*(?:hwb|(?:rgb|hsl)a?)\((?:[^,]*|.*\(.*)\)\s*$/is;
const CSS_WIDE_KEYWORD = /^\s*(inherit|initial|unset|revert|revert-layer)\s*$/i;

/**
 * Replaces CSS-wide keywords by values, and newer color syntax by colors that every reader
 * supports: few optimizers and renderers support either in attributes. Source: CSS Cascade 5, 7;
 * CSS Color 4.
 *
 * `<g fill="red"><path fill="unset"/><path fill="initial"/></g>` →
 * `<g fill="red"><path/><path fill="black"/></g>`
 */
export function plainValues(): Pass {
  return triggeredPass(
    'iconloom-plain-values',
    { triggers: TRAITS.keywordOrFunction },
    (root: XastRoot) => {
      let inheritsOverflow = false;
      for (const { attributes } of elements(root)) {
        for (const name in attributes) {
          const value = attributes[name] as string;
          if (COLORS.test(name) && MODERN_COLOR.test(value)) {
            const color = parseColor(value);
            if (color) attributes[name] = serializeColor(color);
          }
          const keyword = CSS_WIDE_KEYWORD.exec(value)?.[1]?.toLowerCase();
          inheritsOverflow ||= name === 'overflow' && keyword === 'inherit';
          if (keyword === undefined || !isInheritedProperty(name)) continue;
          // Without a value, the page's color applies.
          if (keyword === 'initial' && name !== 'color') attributes[name] = INITIAL_VALUES[name];
          else delete attributes[name];
        }
      }
      if (inheritsOverflow) fillOverflow(root, 'visible');
      if (needsInherited(root)) fillVariables(root, {});
    },
  );
}

/**
 * Resolves inherited `overflow`: a symbol hides overflow by default, the root of a file does not.
 */
function fillOverflow(parent: XastParent, outer: string): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { attributes, name } = child;
    if (attributes.overflow === 'inherit') attributes.overflow = outer;
    const initial = HIDES_OVERFLOW.test(name) && parent.type !== 'root' ? 'hidden' : 'visible';
    fillOverflow(child, attributes.overflow ?? initial);
  }
}

/** Source: SVG 2, 3.7. */
const HIDES_OVERFLOW = /^(?:svg|symbol|image|marker|pattern)$/;

/** A variable that the page may set, with the inherited value as the result otherwise. */
const PAGE_VARIABLE = /^var\(\s*(--[^\s,()]+)\s*,?\s*\)$/;

/**
 * Checks if a variable may fall back to a known inherited value: the target of a `<use>` inherits
 * from the `<use>`.
 */
function needsInherited(root: XastRoot): boolean {
  let hasVariable = false;
  for (const { name, attributes } of elements(root)) {
    if (name === 'use' || name === 'style') return false;
    for (const key in attributes) hasVariable ||= PAGE_VARIABLE.test(attributes[key] as string);
  }
  return hasVariable;
}

/**
 * Writes the inherited value as the fallback, since the optimizer moves and drops attributes that
 * an inner one seems to override. Source: CSS Custom Properties 1, 3.1 (invalid at computed-value
 * time).
 */
function fillVariables(parent: XastParent, outer: Readonly<Record<string, string>>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const values = { ...outer };
    for (const [name, value] of Object.entries(child.attributes)) {
      if (!isInheritedProperty(name)) continue;
      const variable = PAGE_VARIABLE.exec(value)?.[1];
      const inherited = outer[name];
      const filled =
        variable !== undefined && inherited !== undefined ? `var(${variable},${inherited})` : value;
      child.attributes[name] = filled;
      values[name] = filled;
    }
    fillVariables(child, values);
  }
}
