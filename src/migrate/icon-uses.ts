import type { Program } from 'acorn';
import { lookUpVariable } from '../code/scope.ts';
import { isReference, walk } from '../code/walk.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { SYNTAX_BY_LANGUAGE } from '../rename/code/languages.ts';
import { readMarkup, type StartTag } from '../rename/code/markup.ts';
import {
  childNode,
  childNodes,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
} from '../rename/code/syntax.ts';

/** An attribute of an element that shows an icon. */
export interface UseAttribute {
  /** `undefined`: a spread, whose names are known only at run time. */
  readonly name: string | undefined;
  /** Static text; `undefined` for code. */
  readonly text: string | undefined;
  /** Syntax node of its value, if it is JavaScript. */
  readonly code: SyntaxNode | undefined;
  readonly start: number;
  readonly end: number;
}

/** An element that shows an imported icon. */
export interface IconUse {
  readonly start: number;
  /** The name in the start tag. */
  readonly name: { readonly start: number; readonly end: number };
  /** End tag with the content before it; `undefined` for `<Home />`. */
  readonly close: { readonly start: number; readonly end: number } | undefined;
  /** Offset of the `>` or `/>` of the start tag. */
  readonly tagEnd: number;
  readonly hasChildren: boolean;
  readonly attributes: readonly UseAttribute[];
}

/** Uses of an imported icon in a file. */
export interface ElementUses {
  readonly uses: readonly IconUse[];
  /** Offsets of references that are not elements. */
  readonly others: readonly number[];
}

/** Finds the JSX elements and other references of an imported name. */
export function findJsxUses(program: Program, text: string, local: string): ElementUses {
  const uses: IconUse[] = [];
  const others: number[] = [];
  walk(program, (place) => {
    const node = toSyntaxNode(place.node);
    const isImported = () => lookUpVariable(local, place.scope)?.kind === 'import';
    if (node.type === 'JSXElement') {
      const opening = childNode(node, 'openingElement');
      const name = childNode(opening, 'name');
      if (!opening || name?.type !== 'JSXIdentifier' || name.name !== local || !isImported())
        return;
      uses.push(elementUse(node, opening, name, text));
    } else if (node.type === 'JSXMemberExpression') {
      const object = childNode(node, 'object');
      if (object?.name === local && isImported()) others.push(node.start);
    } else if (node.type === 'Identifier' && node.name === local) {
      const isType = place.ancestors.some((each) => toSyntaxNode(each).type.startsWith('TS'));
      if ((isReference(place) && isImported()) || isType) {
        const isImport = place.ancestors.some((each) => /^Import/.test(toSyntaxNode(each).type));
        if (!isImport) others.push(node.start);
      }
    }
  });
  return { uses, others };
}

function elementUse(
  element: SyntaxNode,
  opening: SyntaxNode,
  name: SyntaxNode,
  text: string,
): IconUse {
  const closing = childNode(element, 'closingElement');
  const children = childNodes(element, 'children');
  const isEmpty = children.every(
    (each) => each.type === 'JSXText' && String(each.value).trim() === '',
  );
  return {
    start: element.start,
    name: { start: name.start, end: name.end },
    close: closing && { start: opening.end, end: closing.end },
    tagEnd: opening.end - (text.slice(opening.start, opening.end).endsWith('/>') ? 2 : 1),
    hasChildren: !isEmpty,
    attributes: childNodes(opening, 'attributes').map((each): UseAttribute => {
      const { start, end } = each;
      if (each.type !== 'JSXAttribute') {
        return { name: undefined, text: undefined, code: undefined, start, end };
      }
      const key = childNode(each, 'name');
      const value = childNode(each, 'value');
      const inner =
        value?.type === 'JSXExpressionContainer' ? childNode(value, 'expression') : value;
      const attributeName =
        key?.type === 'JSXNamespacedName'
          ? `${String(childNode(key, 'namespace')?.name)}:${String(childNode(key, 'name')?.name)}`
          : String(key?.name ?? '');
      return { name: attributeName, text: stringLiteral(inner)?.value, code: inner, start, end };
    }),
  };
}

/** Markup syntax of languages whose templates use imports of their scripts. */
const TEMPLATE_SYNTAX = {
  vue: SYNTAX_BY_LANGUAGE.vue,
  // Code in braces is not parsed here, so tags in it are searched like others.
  svelte: { ...SYNTAX_BY_LANGUAGE.svelte, hasTagsInCode: true },
  astro: SYNTAX_BY_LANGUAGE.astro,
};

/** Finds the elements and other references of an imported name in a Vue, Svelte or Astro file. */
export function findTemplateUses(
  source: CodeFile,
  statement: { readonly start: number; readonly end: number },
  local: string,
): ElementUses {
  const uses = templateElements(source, local);
  const handledSpans = [
    statement,
    ...uses.flatMap(({ name, close }) => [name, ...(close ? [close] : [])]),
  ];
  const others = [
    ...(source.text ?? '').matchAll(new RegExp(`(?<![\\w$.-])${local}(?![\\w$-])`, 'g')),
  ]
    .map(({ index }) => index)
    .filter((index) => !handledSpans.some(({ start, end }) => start <= index && index < end));
  return { uses, others };
}

function templateElements({ path, text = '' }: CodeFile, local: string): readonly IconUse[] {
  const language = (/\.(vue|svelte|astro)$/.exec(path)?.[1] ??
    'vue') as keyof typeof TEMPLATE_SYNTAX;
  const kebab = local.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  const isImportedTag = ({ name }: StartTag) =>
    name === local || (language === 'vue' && name === kebab);
  return readMarkup(text, 0, TEMPLATE_SYNTAX[language])
    .tags.filter(isImportedTag)
    .map((tag) => {
      const isSelfClosing = text.slice(tag.start, tag.end).endsWith('/>');
      const closing = new RegExp(`^\\s*</${tag.name}\\s*>`).exec(text.slice(tag.end));
      return {
        start: tag.start,
        name: { start: tag.start + 1, end: tag.start + 1 + tag.name.length },
        close:
          isSelfClosing || !closing
            ? undefined
            : { start: tag.end, end: tag.end + closing[0].length },
        tagEnd: tag.end - (isSelfClosing ? 2 : 1),
        hasChildren: !isSelfClosing && !closing,
        attributes: tag.attributes.map(({ name, value, isCode, start, end }): UseAttribute => {
          const isSpread = name === '' || name === 'v-bind';
          const isBound = /^(:|v-)/.test(name) || isCode;
          const plain = name.replace(/^(:|v-bind:)/, '').replace(/^(@|v-on:)/, 'on');
          return {
            name: isSpread ? undefined : plain,
            text: isBound ? undefined : (value?.text ?? ''),
            code: undefined,
            start,
            end,
          };
        }),
      };
    });
}
