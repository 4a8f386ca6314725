import type { AnyNode } from 'acorn';
import { parseIconloomImport } from '../../code/module-ids.ts';
import type { Scope } from '../../code/scope.ts';
import { type NodePath, walk } from '../../code/walk.ts';
import type { ExportResolver } from './export-resolver.ts';
import { classifyLink, isSpriteLink } from './links.ts';
import type { CodeMatches, ExportKind, NameUse, RenamedIcon, UnsureMatch } from './model.ts';
import { countReads, nameLiterals } from './name-literals.ts';
import { elementName, ownerName, rootName } from './node-names.ts';
import {
  childNode,
  childNodes,
  keyName,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
  unwrap,
} from './syntax.ts';

/** Piece of code, and its context in the file. */
export interface CodeFragment {
  readonly root: AnyNode;
  /** Absolute path of the file. */
  readonly file: string;
  readonly outerScope?: Scope | undefined;
  /** Set if the file imports icons, so that any string equal to the name may be one. */
  readonly isIconloomFile: boolean;
  /** Set if other parts of the file may use its declarations. */
  readonly isPartial?: boolean;
  /** Span to show, if the value of the code is an icon name. */
  readonly nameSpan?: readonly [start: number, end: number];
  /** Names that the surrounding template declares, with unknown values. */
  readonly shadowed?: ReadonlySet<string>;
}

/** Finds uses of an icon name in code by resolving identifiers in their scopes. */
export function findUsesInCode(
  code: CodeFragment,
  icon: RenamedIcon,
  resolver: ExportResolver,
): CodeMatches {
  const uses = new Map<number, NameUse>();
  const unsure = new Map<number, UnsureMatch>();
  const { file, shadowed } = code;

  const kindOf = (node: SyntaxNode, scope: Scope): ExportKind | undefined => {
    const root = rootName(node);
    if (root !== undefined && shadowed?.has(root)) return undefined;
    return resolver.kindOf(node, scope, file);
  };
  const reads = code.isPartial ? undefined : countReads(code.root);
  const isReadOnce = (value: SyntaxNode) => reads?.get(value) === 1;
  const add = (start: number, end: number, text: string, context: SyntaxNode) => {
    uses.set(start, { start, end, text, context: [context.start, context.end] });
  };
  const addUnsure = (start: number, reason: string) => {
    if (!unsure.has(start)) unsure.set(start, { start, reason });
  };

  /** Renames each string equal to the old name that a value can evaluate to. */
  const renameIn = (value: SyntaxNode | undefined, scope: Scope, context: SyntaxNode) => {
    if (!value) return;
    for (const found of nameLiterals(value, scope, isReadOnce)) {
      if (found.text.value !== icon.from) continue;
      if (found.isShared) {
        const { start } = found.text;
        unsure.set(start, { start, reason: 'it is a constant that may be used elsewhere' });
      } else add(found.text.start, found.text.end, icon.to, context);
    }
  };

  walk(
    code.root,
    (place) => {
      const { scope, ancestors } = place;
      const node = toSyntaxNode(place.node);
      const parent = ancestors.at(-1);
      switch (node.type) {
        case 'ImportDeclaration':
        case 'ExportNamedDeclaration':
        case 'ExportAllDeclaration':
        case 'ImportExpression':
          return visitImport(childNode(node, 'source'), node);
        case 'CallExpression':
          return visitCall(node, scope);
        case 'MemberExpression':
          return visitMember(node, scope);
        case 'JSXOpeningElement':
          return visitElement(node, scope);
        case 'VariableDeclarator':
          visitDestructuring(node, scope);
          return visitTypedValue(childNode(node, 'id'), childNode(node, 'init'), scope, node);
        case 'AssignmentPattern':
          return visitTypedValue(childNode(node, 'left'), childNode(node, 'right'), scope, node);
        case 'PropertyDefinition':
          return visitTypedValue(node, childNode(node, 'value'), scope, node);
        case 'TSAsExpression':
        case 'TSSatisfiesExpression':
          return visitAssertion(node, scope);
        case 'Literal':
        case 'TemplateLiteral':
          return visitText(node, parent && toSyntaxNode(parent), place);
        case 'TemplateElement':
          return visitTemplateElement(node);
      }
    },
    code.outerScope,
  );

  if (code.nameSpan && code.outerScope) {
    const [start, end] = code.nameSpan;
    renameIn(toSyntaxNode(code.root), code.outerScope, { type: 'Tag', start, end });
  }
  for (const { start, end } of uses.values()) {
    for (const at of [...unsure.keys()]) if (at >= start - 1 && at <= end) unsure.delete(at);
  }
  return { uses: [...uses.values()], unsure: [...unsure.values()] };

  function visitImport(source: SyntaxNode | undefined, context: SyntaxNode): void {
    const found = stringLiteral(source);
    const requested = found && parseIconloomImport(found.value);
    if (!found || requested?.kind !== 'icon' || requested.name !== icon.from) return;
    add(found.end - icon.from.length, found.end, icon.to, context);
  }

  function visitCall(node: SyntaxNode, scope: Scope): void {
    const callee = childNode(node, 'callee');
    const [first, second] = childNodes(node, 'arguments');
    const calleeKind = callee && kindOf(callee, scope);
    if (calleeKind === 'name-first') renameIn(first, scope, node);
    else if (calleeKind === 'plugin') visitPluginOptions(first, scope);
    // JSX factories of all frameworks take a component and its props.
    else if (first && second && kindOf(first, scope) === 'component') {
      visitProperty(second, 'name', scope, node);
    }
  }

  /** Options of the plugin that contain icon names. */
  function visitPluginOptions(argument: SyntaxNode | undefined, scope: Scope): void {
    for (const each of childNodes(argument, 'properties')) {
      const [key, value] = [keyName(each), childNode(each, 'value')];
      if (key === 'safelist' || key === 'critical') renameIn(value, scope, each);
      if (key !== 'aliases') continue;
      for (const alias of childNodes(value, 'properties'))
        renameIn(childNode(alias, 'value'), scope, alias);
    }
  }

  function visitProperty(object: SyntaxNode, key: string, scope: Scope, context: SyntaxNode): void {
    const found = childNodes(object, 'properties').findLast((each) => keyName(each) === key);
    renameIn(childNode(found, 'value'), scope, context);
  }

  function visitMember(node: SyntaxNode, scope: Scope): void {
    const object = childNode(node, 'object');
    const key = childNode(node, 'property');
    if (!object || !key) return;
    const kind = kindOf(object, scope);
    const name = keyName(node);
    if (kind === 'constants' && name === icon.fromKey) {
      renameKey(key, node);
      return;
    }
    if (kind === 'by-name' && name === icon.from) {
      const text = stringLiteral(key);
      if (text) {
        add(text.start, text.end, icon.to, node);
        return;
      }
      // A name with a hyphen needs brackets instead of a dot.
      const access = /^[\w$]+$/.test(icon.to) ? `.${icon.to}` : `['${icon.to}']`;
      add(object.end, node.end, access, node);
      return;
    }
    const isIconLike = kind === undefined && /icon/i.test(rootName(object) ?? '');
    if (isIconLike && (name === icon.fromKey || name === icon.from)) {
      addUnsure(key.start, `it is unknown what '${rootName(object)}' is`);
    }
  }

  function renameKey(key: SyntaxNode, context: SyntaxNode): void {
    const text = stringLiteral(key);
    add(text?.start ?? key.start, text?.end ?? key.end, icon.toKey, context);
  }

  /** `const { chevronDown } = icon` */
  function visitDestructuring(node: SyntaxNode, scope: Scope): void {
    const [pattern, value] = [childNode(node, 'id'), childNode(node, 'init')];
    if (pattern?.type !== 'ObjectPattern' || !value || kindOf(value, scope) !== 'constants') return;
    for (const each of childNodes(pattern, 'properties')) {
      const key = childNode(each, 'key');
      if (!key || keyName(each) !== icon.fromKey) continue;
      if (each.shorthand === true) add(key.start, key.start, `${icon.toKey}: `, node);
      else renameKey(key, node);
    }
  }

  function visitElement(node: SyntaxNode, scope: Scope): void {
    const name = childNode(node, 'name');
    const isTag = name?.type === 'JSXIdentifier' && /^[a-z]/.test(String(name.name));
    const isElement = isTag && name.name === 'iconloom-icon';
    const isComponent = name && !isTag && kindOf(name, scope) === 'component';
    for (const each of childNodes(node, 'attributes')) {
      const key = childNode(each, 'name')?.name;
      const value = childNode(each, 'value');
      if (!value || typeof key !== 'string') continue;
      if (key === 'name' && (isElement || isComponent)) renameIn(value, scope, node);
      else if (stringLiteral(unwrap(value))?.value === icon.from && !isTag) {
        addUnsure(value.start + 1, `<${elementName(name)}> is not known to take icon names`);
      }
    }
  }

  function visitTypedValue(
    owner: SyntaxNode | undefined,
    value: SyntaxNode | undefined,
    scope: Scope,
    context: SyntaxNode,
  ) {
    const type = childNode(childNode(owner, 'typeAnnotation'), 'typeAnnotation');
    if (type && value && isNameType(type, scope)) renameIn(value, scope, context);
  }

  function visitAssertion(node: SyntaxNode, scope: Scope): void {
    const [type, value] = [childNode(node, 'typeAnnotation'), childNode(node, 'expression')];
    if (type && value && isNameType(type, scope)) renameIn(value, scope, node);
  }

  /** Tests for `IconName`, and for lists and records of it. */
  function isNameType(type: SyntaxNode, scope: Scope): boolean {
    if (type.type === 'TSArrayType')
      return isNameType(childNode(type, 'elementType') ?? type, scope);
    if (type.type === 'TSTypeOperator')
      return isNameType(childNode(type, 'typeAnnotation') ?? type, scope);
    if (type.type === 'TSUnionType') {
      return childNodes(type, 'types').some((each) => isNameType(each, scope));
    }
    if (type.type !== 'TSTypeReference') return false;
    const name = childNode(type, 'typeName');
    if (name && kindOf(name, scope) === 'type') return true;
    const typeArguments = childNodes(
      childNode(type, 'typeArguments') ?? childNode(type, 'typeParameters'),
      'params',
    );
    const last = typeArguments.at(-1);
    const isList = /^(Readonly|ReadonlyArray|Array|Set|ReadonlySet|Record)$/.test(
      String(name?.name),
    );
    return isList && last !== undefined && isNameType(last, scope);
  }

  /** Checks a string: a link to the sprite, or a possible icon name. */
  function visitText(node: SyntaxNode, parent: SyntaxNode | undefined, place: NodePath): void {
    const found = stringLiteral(node);
    if (!found) return;
    const link = classifyLink(found.value, icon);
    if (link) {
      const start = found.end - icon.fromId.length;
      if (link === 'sprite')
        add(start, found.end, icon.toId, parent?.type === 'JSXAttribute' ? parent : node);
      else if (parent?.type === 'JSXAttribute' || code.isIconloomFile) {
        addUnsure(
          found.start,
          link === 'page'
            ? 'it may link to any element with that id in the page'
            : 'it links to another file',
        );
      }
      return;
    }
    if (found.value !== icon.from || /^(Import|Export)/.test(parent?.type ?? '')) return;
    const nearbyName = ownerName(place);
    if (code.isIconloomFile)
      addUnsure(found.start, 'it is the same word, but may mean something else');
    else if (/icon|glyph/i.test(nearbyName))
      addUnsure(found.start, `it belongs to '${nearbyName}', which is unknown`);
  }

  /** Checks the end of a template: `${base}/sprite.svg#menu`. */
  function visitTemplateElement(node: SyntaxNode): void {
    const { cooked } = node.value as { readonly cooked?: string };
    if (node.tail !== true || cooked === undefined || !isSpriteLink(cooked, icon)) return;
    add(node.end - icon.fromId.length, node.end, icon.toId, node);
  }
}
