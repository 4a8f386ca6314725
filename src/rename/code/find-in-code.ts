import type { AnyNode } from 'acorn';
import { parseIconloomImport } from '../../code/module-ids.ts';
import type { Scope } from '../../code/scope.ts';
import { type NodePath, walk } from '../../code/walk.ts';
import { isSpriteLink, linkIn } from './links.ts';
import type { Findings, Kind, Renamed, Unsure, Use } from './model.ts';
import type { Modules } from './modules.ts';
import { countReadings, namesIn } from './names-in.ts';
import { nearName, rootName, shownName } from './spelled.ts';
import { bare, keyText, type Loose, loose, part, parts, textOf } from './syntax.ts';

/** Piece of code, and its context in the file. */
export interface Code {
  readonly root: AnyNode;
  /** Absolute path of the file. */
  readonly file: string;
  readonly outside?: Scope | undefined;
  /** Set if the file imports icons, so that any string equal to the name may be one. */
  readonly isOurs: boolean;
  /** Set if other parts of the file may use its declarations. */
  readonly isPart?: boolean;
  /** Span to show, if the value of the code is an icon name. */
  readonly isName?: readonly [start: number, end: number];
  /** Names that the surrounding template declares, with unknown values. */
  readonly shadowed?: ReadonlySet<string>;
}

/** Finds uses of an icon name in code by resolving identifiers in their scopes. */
export function findInCode(code: Code, renamed: Renamed, modules: Modules): Findings {
  const uses = new Map<number, Use>();
  const unsure = new Map<number, Unsure>();
  const { file, shadowed } = code;

  const kindOf = (node: Loose, scope: Scope): Kind | undefined => {
    const root = rootName(node);
    if (root !== undefined && shadowed?.has(root)) return undefined;
    return modules.kindOf(node, scope, file);
  };
  const readings = code.isPart ? undefined : countReadings(code.root);
  const isSole = (value: Loose) => readings?.get(value) === 1;
  const add = (start: number, end: number, text: string, shown: Loose) => {
    uses.set(start, { start, end, text, shown: [shown.start, shown.end] });
  };
  const doubt = (start: number, reason: string) => {
    if (!unsure.has(start)) unsure.set(start, { start, reason });
  };

  /** Renames each string equal to the old name that a value can evaluate to. */
  const rename = (value: Loose | undefined, scope: Scope, shown: Loose) => {
    if (!value) return;
    for (const found of namesIn(value, scope, isSole)) {
      if (found.text.value !== renamed.from) continue;
      if (found.isShared) {
        const { start } = found.text;
        unsure.set(start, { start, reason: 'it is a constant that may be used elsewhere' });
      } else add(found.text.start, found.text.end, renamed.to, shown);
    }
  };

  walk(
    code.root,
    (place) => {
      const { scope, ancestors } = place;
      const node = loose(place.node);
      const parent = ancestors.at(-1);
      switch (node.type) {
        case 'ImportDeclaration':
        case 'ExportNamedDeclaration':
        case 'ExportAllDeclaration':
        case 'ImportExpression':
          return imports(part(node, 'source'), node);
        case 'CallExpression':
          return calls(node, scope);
        case 'MemberExpression':
          return member(node, scope);
        case 'JSXOpeningElement':
          return element(node, scope);
        case 'VariableDeclarator':
          destructured(node, scope);
          return typed(part(node, 'id'), part(node, 'init'), scope, node);
        case 'AssignmentPattern':
          return typed(part(node, 'left'), part(node, 'right'), scope, node);
        case 'PropertyDefinition':
          return typed(node, part(node, 'value'), scope, node);
        case 'TSAsExpression':
        case 'TSSatisfiesExpression':
          return asserted(node, scope);
        case 'Literal':
        case 'TemplateLiteral':
          return text(node, parent && loose(parent), place);
        case 'TemplateElement':
          return piece(node);
      }
    },
    code.outside,
  );

  if (code.isName && code.outside) {
    const [start, end] = code.isName;
    rename(loose(code.root), code.outside, { type: 'Tag', start, end });
  }
  for (const { start, end } of uses.values()) {
    for (const at of [...unsure.keys()]) if (at >= start - 1 && at <= end) unsure.delete(at);
  }
  return { uses: [...uses.values()], unsure: [...unsure.values()] };

  function imports(source: Loose | undefined, shown: Loose): void {
    const found = textOf(source);
    const asked = found && parseIconloomImport(found.value);
    if (!found || asked?.kind !== 'icon' || asked.name !== renamed.from) return;
    add(found.end - renamed.from.length, found.end, renamed.to, shown);
  }

  function calls(node: Loose, scope: Scope): void {
    const callee = part(node, 'callee');
    const [first, second] = parts(node, 'arguments');
    const called = callee && kindOf(callee, scope);
    if (called === 'name-first') rename(first, scope, node);
    else if (called === 'plugin') options(first, scope);
    // JSX factories of all frameworks take a component and its props.
    else if (first && second && kindOf(first, scope) === 'component') {
      property(second, 'name', scope, node);
    }
  }

  /** Options of the plugin that contain icon names. */
  function options(given: Loose | undefined, scope: Scope): void {
    for (const each of parts(given, 'properties')) {
      const [key, value] = [keyText(each), part(each, 'value')];
      if (key === 'safelist' || key === 'critical') rename(value, scope, each);
      if (key !== 'aliases') continue;
      for (const alias of parts(value, 'properties')) rename(part(alias, 'value'), scope, alias);
    }
  }

  function property(object: Loose, key: string, scope: Scope, shown: Loose): void {
    const found = parts(object, 'properties').findLast((each) => keyText(each) === key);
    rename(part(found, 'value'), scope, shown);
  }

  function member(node: Loose, scope: Scope): void {
    const object = part(node, 'object');
    const key = part(node, 'property');
    if (!object || !key) return;
    const kind = kindOf(object, scope);
    const name = keyText(node);
    if (kind === 'constants' && name === renamed.fromKey) {
      renameKey(key, node);
      return;
    }
    if (kind === 'by-name' && name === renamed.from) {
      const text = textOf(key);
      if (text) {
        add(text.start, text.end, renamed.to, node);
        return;
      }
      // A name with a hyphen needs brackets instead of a dot.
      const after = /^[\w$]+$/.test(renamed.to) ? `.${renamed.to}` : `['${renamed.to}']`;
      add(object.end, node.end, after, node);
      return;
    }
    const isIconLike = kind === undefined && /icon/i.test(rootName(object) ?? '');
    if (isIconLike && (name === renamed.fromKey || name === renamed.from)) {
      doubt(key.start, `it is unknown what '${rootName(object)}' is`);
    }
  }

  function renameKey(key: Loose, shown: Loose): void {
    const text = textOf(key);
    add(text?.start ?? key.start, text?.end ?? key.end, renamed.toKey, shown);
  }

  /** `const { chevronDown } = icon` */
  function destructured(node: Loose, scope: Scope): void {
    const [pattern, value] = [part(node, 'id'), part(node, 'init')];
    if (pattern?.type !== 'ObjectPattern' || !value || kindOf(value, scope) !== 'constants') return;
    for (const each of parts(pattern, 'properties')) {
      const key = part(each, 'key');
      if (!key || keyText(each) !== renamed.fromKey) continue;
      if (each.shorthand === true) add(key.start, key.start, `${renamed.toKey}: `, node);
      else renameKey(key, node);
    }
  }

  function element(node: Loose, scope: Scope): void {
    const name = part(node, 'name');
    const isTag = name?.type === 'JSXIdentifier' && /^[a-z]/.test(String(name.name));
    const isElement = isTag && name.name === 'iconloom-icon';
    const isComponent = name && !isTag && kindOf(name, scope) === 'component';
    for (const each of parts(node, 'attributes')) {
      const key = part(each, 'name')?.name;
      const value = part(each, 'value');
      if (!value || typeof key !== 'string') continue;
      if (key === 'name' && (isElement || isComponent)) rename(value, scope, node);
      else if (textOf(bare(value))?.value === renamed.from && !isTag) {
        doubt(value.start + 1, `<${shownName(name)}> is not known to take icon names`);
      }
    }
  }

  function typed(owner: Loose | undefined, value: Loose | undefined, scope: Scope, shown: Loose) {
    const type = part(part(owner, 'typeAnnotation'), 'typeAnnotation');
    if (type && value && isNameType(type, scope)) rename(value, scope, shown);
  }

  function asserted(node: Loose, scope: Scope): void {
    const [type, value] = [part(node, 'typeAnnotation'), part(node, 'expression')];
    if (type && value && isNameType(type, scope)) rename(value, scope, node);
  }

  /** Tests for `IconName`, and for lists and records of it. */
  function isNameType(type: Loose, scope: Scope): boolean {
    if (type.type === 'TSArrayType') return isNameType(part(type, 'elementType') ?? type, scope);
    if (type.type === 'TSTypeOperator')
      return isNameType(part(type, 'typeAnnotation') ?? type, scope);
    if (type.type === 'TSUnionType') {
      return parts(type, 'types').some((each) => isNameType(each, scope));
    }
    if (type.type !== 'TSTypeReference') return false;
    const name = part(type, 'typeName');
    if (name && kindOf(name, scope) === 'type') return true;
    const given = parts(part(type, 'typeArguments') ?? part(type, 'typeParameters'), 'params');
    const last = given.at(-1);
    const isList = /^(Readonly|ReadonlyArray|Array|Set|ReadonlySet|Record)$/.test(
      String(name?.name),
    );
    return isList && last !== undefined && isNameType(last, scope);
  }

  /** Checks a string: a link to the sprite, or a possible icon name. */
  function text(node: Loose, parent: Loose | undefined, place: NodePath): void {
    const found = textOf(node);
    if (!found) return;
    const link = linkIn(found.value, renamed);
    if (link) {
      const start = found.end - renamed.fromId.length;
      if (link === 'sprite')
        add(start, found.end, renamed.toId, parent?.type === 'JSXAttribute' ? parent : node);
      else if (parent?.type === 'JSXAttribute' || code.isOurs) {
        doubt(
          found.start,
          link === 'page'
            ? 'it may link to any element with that id in the page'
            : 'it links to another file',
        );
      }
      return;
    }
    if (found.value !== renamed.from || /^(Import|Export)/.test(parent?.type ?? '')) return;
    const near = nearName(place);
    if (code.isOurs) doubt(found.start, 'it is the same word, but may mean something else');
    else if (/icon|glyph/i.test(near))
      doubt(found.start, `it belongs to '${near}', which is unknown`);
  }

  /** Checks the end of a template: `${base}/sprite.svg#menu`. */
  function piece(node: Loose): void {
    const { cooked } = node.value as { readonly cooked?: string };
    if (node.tail !== true || cooked === undefined || !isSpriteLink(cooked, renamed)) return;
    add(node.end - renamed.fromId.length, node.end, renamed.toId, node);
  }
}
