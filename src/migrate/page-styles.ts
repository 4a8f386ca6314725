import { readFileSync } from 'node:fs';
import fastGlob from 'fast-glob';
import {
  childNode,
  childNodes,
  keyName,
  type SyntaxNode,
  stringLiteral,
} from '../rename/code/syntax.ts';
import type { UseAttribute } from './icon-uses.ts';
import type { Workspace } from './workspace.ts';

/** Style rules of a project that can change icons. */
export interface PageStyles {
  /** Reason why a class can change the colors of an icon; `undefined` if it cannot. */
  readonly paintReason: (className: string) => string | undefined;
}

/** Properties that a symbol's own attributes override, unlike those of an inlined SVG. */
const PAINT_PROPERTY = /(?:^|[;{\s])(?:fill|stroke)(?:-[a-z]+)?\s*:/;

/** Reads the style sheets and component styles of a project. */
export function loadPageStyles({ cwd, codeFiles }: Workspace): PageStyles {
  let rules: readonly (readonly [selector: string, body: string])[] | undefined;
  const readRules = () => {
    const files = fastGlob.sync('**/*.{css,scss,sass,less,styl,pcss}', {
      cwd,
      absolute: true,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore: ['**/node_modules/**', 'dist/**', 'build/**'],
    });
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    for (const { text = '' } of codeFiles) {
      for (const [, style = ''] of text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)) {
        texts.push(style);
      }
    }
    return texts.flatMap((text) =>
      [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)/g)].map(
        ([, selector = '', body = '']) => [selector.trim(), body] as const,
      ),
    );
  };
  return {
    paintReason(className) {
      if (/(^|:|\[)(fill|stroke)-|^\[&/.test(className))
        return `the class ${className} sets its color`;
      rules ??= readRules();
      const own = new RegExp(`\\.${className.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
      const found = rules.find(
        ([selector, body]) =>
          own.test(selector) &&
          (PAINT_PROPERTY.test(body) ||
            /\s*[>\s]\s*(?:path|circle|rect|line|g|\*)/.test(selector.split(own).at(-1) ?? '')),
      );
      return found && `the rule '${found[0]}' sets colors of it or its parts`;
    },
  };
}

/**
 * Parses the classes that an attribute may set; `undefined` if some of them are known only at run
 * time.
 */
export function parseClasses({ text, code }: UseAttribute): readonly string[] | undefined {
  if (text !== undefined) return text.split(/\s+/).filter(Boolean);
  if (!code) return undefined;
  const classes: string[] = [];
  const collectClasses = (node: SyntaxNode): boolean => {
    const own = stringLiteral(node)?.value;
    if (own !== undefined) {
      classes.push(...own.split(/\s+/).filter(Boolean));
      return true;
    }
    switch (node.type) {
      case 'MemberExpression':
        classes.push(keyName(node) ?? '');
        return keyName(node) !== undefined;
      case 'ConditionalExpression':
        return [childNode(node, 'consequent'), childNode(node, 'alternate')].every(
          (each) => each && collectClasses(each),
        );
      case 'LogicalExpression':
        return [childNode(node, 'right')].every((each) => each && collectClasses(each));
      case 'TemplateLiteral': {
        for (const each of childNodes(node, 'quasis')) {
          const { cooked = '' } = each.value as { readonly cooked?: string };
          classes.push(...cooked.split(/\s+/).filter(Boolean));
        }
        return childNodes(node, 'expressions').every(collectClasses);
      }
      case 'CallExpression':
        return /^(clsx|cx|classNames|classnames|cn|twMerge)$/.test(
          String(childNode(node, 'callee')?.name ?? ''),
        )
          ? childNodes(node, 'arguments').every(collectClasses)
          : false;
      default:
        return false;
    }
  };
  return collectClasses(code) ? classes : undefined;
}

/** Parses the properties of a style attribute; `undefined` if they are known only at run time. */
export function parseStyleProperties({ text, code }: UseAttribute): readonly string[] | undefined {
  if (text !== undefined) return text.split(';').map((each) => each.split(':')[0]?.trim() ?? '');
  if (code?.type !== 'ObjectExpression') return undefined;
  const keys = childNodes(code, 'properties').map(keyName);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
