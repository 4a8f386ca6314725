import { walk } from '../../code/walk.ts';
import { type CodeFragment, CodeSearch, type NodeVisitor } from './code-search.ts';
import type { ExportResolver } from './export-resolver.ts';
import type { CodeMatches, RenamedIcon } from './model.ts';
import { toSyntaxNode } from './syntax.ts';
import { visitCall } from './visitors/calls.ts';
import { visitElement } from './visitors/elements.ts';
import { visitImport } from './visitors/imports.ts';
import { visitDestructuring, visitMember } from './visitors/properties.ts';
import { visitString, visitTemplateElement } from './visitors/strings.ts';
import {
  visitAssertion,
  visitDefault,
  visitField,
  visitVariable,
} from './visitors/typed-values.ts';

/** Visitors by the type of the node. */
const VISITORS: Readonly<Record<string, readonly NodeVisitor[]>> = {
  ImportDeclaration: [visitImport],
  ExportNamedDeclaration: [visitImport],
  ExportAllDeclaration: [visitImport],
  ImportExpression: [visitImport],
  CallExpression: [visitCall],
  MemberExpression: [visitMember],
  JSXOpeningElement: [visitElement],
  VariableDeclarator: [visitDestructuring, visitVariable],
  AssignmentPattern: [visitDefault],
  PropertyDefinition: [visitField],
  TSAsExpression: [visitAssertion],
  TSSatisfiesExpression: [visitAssertion],
  Literal: [visitString],
  TemplateLiteral: [visitString],
  TemplateElement: [visitTemplateElement],
};

/** Finds uses of an icon name in code by resolving identifiers in their scopes. */
export function findUsesInCode(
  code: CodeFragment,
  icon: RenamedIcon,
  resolver: ExportResolver,
): CodeMatches {
  const search = new CodeSearch(code, icon, resolver);
  walk(
    code.root,
    ({ node, scope, ancestors }) => {
      const syntaxNode = toSyntaxNode(node);
      for (const visit of VISITORS[node.type] ?? [])
        visit(search, syntaxNode, { scope, ancestors });
    },
    code.outerScope,
  );
  if (code.nameSpan && code.outerScope) {
    const [start, end] = code.nameSpan;
    search.renameIn(toSyntaxNode(code.root), code.outerScope, { type: 'Tag', start, end });
  }
  return search.matches();
}
