import { readFileSync } from 'node:fs';
import fastGlob from 'fast-glob';
import { keyText, type Loose, part, parts, textOf } from '../rename/code/syntax.ts';
import type { UseAttribute } from './icon-uses.ts';
import type { Workspace } from './workspace.ts';

/** Style rules of a project that can change icons. */
export interface PageStyles {
  /** Reason why a class can change the colors of an icon; `undefined` if it cannot. */
  readonly reaches: (className: string) => string | undefined;
}

/** Properties that a symbol's own attributes override, unlike those of an inlined SVG. */
const PAINT = /(?:^|[;{\s])(?:fill|stroke)(?:-[a-z]+)?\s*:/;

/** Reads the style sheets and component styles of a project. */
export function openPageStyles({ cwd, sources }: Workspace): PageStyles {
  let rules: readonly (readonly [selector: string, body: string])[] | undefined;
  const read = () => {
    const files = fastGlob.sync('**/*.{css,scss,sass,less,styl,pcss}', {
      ...{ cwd, absolute: true, followSymbolicLinks: false, suppressErrors: true },
      ignore: ['**/node_modules/**', 'dist/**', 'build/**'],
    });
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    for (const { text = '' } of sources) {
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
    reaches(className) {
      if (/(^|:|\[)(fill|stroke)-|^\[&/.test(className))
        return `the class ${className} sets its color`;
      rules ??= read();
      const own = new RegExp(`\\.${className.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
      const found = rules.find(
        ([selector, body]) =>
          own.test(selector) &&
          (PAINT.test(body) ||
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
export function classesIn({ text, code }: UseAttribute): readonly string[] | undefined {
  if (text !== undefined) return text.split(/\s+/).filter(Boolean);
  if (!code) return undefined;
  const words: string[] = [];
  const take = (node: Loose): boolean => {
    const own = textOf(node)?.value;
    if (own !== undefined) {
      words.push(...own.split(/\s+/).filter(Boolean));
      return true;
    }
    switch (node.type) {
      case 'MemberExpression':
        words.push(keyText(node) ?? '');
        return keyText(node) !== undefined;
      case 'ConditionalExpression':
        return [part(node, 'consequent'), part(node, 'alternate')].every(
          (each) => each && take(each),
        );
      case 'LogicalExpression':
        return [part(node, 'right')].every((each) => each && take(each));
      case 'TemplateLiteral': {
        for (const each of parts(node, 'quasis')) {
          const { cooked = '' } = each.value as { readonly cooked?: string };
          words.push(...cooked.split(/\s+/).filter(Boolean));
        }
        return parts(node, 'expressions').every(take);
      }
      case 'CallExpression':
        return /^(clsx|cx|classNames|classnames|cn|twMerge)$/.test(
          String(part(node, 'callee')?.name ?? ''),
        )
          ? parts(node, 'arguments').every(take)
          : false;
      default:
        return false;
    }
  };
  return take(code) ? words : undefined;
}

/** Parses the properties of a style attribute; `undefined` if they are known only at run time. */
export function propertiesIn({ text, code }: UseAttribute): readonly string[] | undefined {
  if (text !== undefined) return text.split(';').map((each) => each.split(':')[0]?.trim() ?? '');
  if (code?.type !== 'ObjectExpression') return undefined;
  const keys = parts(code, 'properties').map(keyText);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
