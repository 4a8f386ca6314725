import type { AnyNode, Identifier, ImportDeclaration, Program } from 'acorn';
import { isReference, type NodePath, walk } from '../../code/walk.ts';
import { constantName, hasIconNames, iconloomExport, isIconConstant } from './iconloom-exports.ts';
import { type ImportSource, iconloomImportOf, isReexported, lateInlineImport } from './imports.ts';
import type { NameInCode } from './literal-names.ts';
import { type AnalyzedUse, nameUseOf, unwrap } from './name-uses.ts';

/** Range of code. */
export interface CodeRange {
  readonly start: number;
  readonly end: number;
}

/** Use of an iconloom export, or import of all of them. */
interface ExportUse {
  /** Range to report if the names are unknown. */
  readonly range: CodeRange;
  /** Expression that the names come from; `undefined`: they are unknown. */
  readonly names: AnalyzedUse | undefined;
  /** Local name of the import that is dynamic if the names are unknown. */
  readonly local?: string;
}

/** Uses of iconloom in a module, before names are looked up. */
export interface CollectedUses {
  /** Import declarations of modules that take names, and whether all of an import is used. */
  readonly declarations: ReadonlyMap<ImportDeclaration, { readonly isNamespace: boolean }>;
  /** Import declaration of each local name. */
  readonly owners: ReadonlyMap<string, ImportDeclaration>;
  /** In source order. */
  readonly uses: readonly ExportUse[];
  /** Constants: `icon.x`. */
  readonly constants: readonly NameInCode[];
  /** Icons that are imported individually; the range is that of the source. */
  readonly iconImports: readonly NameInCode[];
  /** Dynamic imports that only put the sprite into the page. */
  readonly lateImports: readonly ImportSource[];
}

/** Collects the uses of iconloom in a program. */
export function collectUses(program: Program): CollectedUses {
  const collector = new UseCollector();
  walk(program, (path) => collector.add(path));
  return collector;
}

class UseCollector implements CollectedUses {
  readonly declarations: Map<ImportDeclaration, { readonly isNamespace: boolean }> = new Map();
  readonly owners: Map<string, ImportDeclaration> = new Map();
  readonly uses: ExportUse[] = [];
  readonly constants: NameInCode[] = [];
  readonly iconImports: NameInCode[] = [];
  readonly lateImports: ImportSource[] = [];

  add(path: NodePath): void {
    const { node } = path;
    this.#addIconImport(node);
    if (node.type === 'ImportDeclaration') this.#addDeclaration(node);
    else if (isReexported(node)) this.#addReexport(path);
    else if (node.type === 'Identifier' && isReference(path)) this.#addReference(node, path);
  }

  /** Adds the import of a single icon, which may also be dynamic or a reexport. */
  #addIconImport(node: AnyNode): void {
    const found = iconloomImportOf(node);
    if (found?.request.kind !== 'icon') return;
    const { start, end } = found.source;
    this.iconImports.push({ name: found.request.name, start, end, isShared: false });
  }

  #addDeclaration(node: ImportDeclaration): void {
    if (!hasIconNames(iconloomImportOf(node)?.request)) return;
    const isNamespace = node.specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier');
    this.declarations.set(node, { isNamespace });
    for (const { local } of node.specifiers) this.owners.set(local.name, node);
    if (isNamespace) this.#addUnclear(node);
  }

  #addReexport(path: NodePath): void {
    const inline = lateInlineImport(path);
    if (inline) this.lateImports.push(inline);
    else this.#addUnclear(path.node);
  }

  #addUnclear({ start, end }: AnyNode): void {
    this.uses.push({ range: { start, end }, names: undefined });
  }

  #addReference(node: Identifier, path: NodePath): void {
    const exported = iconloomExport(node, path.scope);
    if (!exported || exported === 'plain') return;
    const unwrapped = unwrap(path);
    if (exported === 'icon') {
      const { parent, ancestors } = unwrapped;
      if (parent && isIconConstant(parent, path.scope) && !isAssigned(parent, ancestors)) {
        const { start, end } = parent;
        this.constants.push({ name: constantName(parent) ?? '', start, end, isShared: false });
        return;
      }
    }
    const { start, end } = enclosingExpression(path);
    const names = nameUseOf(exported, unwrapped, path.scope);
    this.uses.push({ range: { start, end }, names, local: node.name });
  }
}

function isAssigned(node: AnyNode, ancestors: readonly AnyNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent?.type === 'UpdateExpression' || /Pattern$/.test(parent?.type ?? '');
}

/** Node to show for a use: the enclosing expression, such as a call. */
function enclosingExpression({ node, ancestors }: NodePath): AnyNode {
  const parent = ancestors.at(-1);
  return parent && /Expression$|Specifier$/.test(parent.type) ? parent : node;
}
