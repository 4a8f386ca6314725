import type { AnyNode } from 'acorn';
import type { Scope } from '../../code/scope.ts';
import type { NodePath } from '../../code/walk.ts';
import type { ExportResolver } from './export-resolver.ts';
import { MatchCollector } from './match-collector.ts';
import type { CodeMatches, ExportKind, RenamedIcon } from './model.ts';
import { countReads, nameLiterals } from './name-literals.ts';
import { rootName } from './node-names.ts';
import type { SyntaxNode } from './syntax.ts';

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

/** Search of an icon name in a piece of code, with the matches so far. */
export class CodeSearch {
  readonly code: CodeFragment;
  readonly icon: RenamedIcon;
  private readonly resolver: ExportResolver;
  private readonly reads: ReadonlyMap<SyntaxNode, number> | undefined;
  private readonly collector = new MatchCollector();

  constructor(code: CodeFragment, icon: RenamedIcon, resolver: ExportResolver) {
    this.code = code;
    this.icon = icon;
    this.resolver = resolver;
    this.reads = code.isPartial ? undefined : countReads(code.root);
  }

  /** Kind of the iconloom export that an expression evaluates to. */
  kindOf(node: SyntaxNode, scope: Scope): ExportKind | undefined {
    const root = rootName(node);
    if (root !== undefined && this.code.shadowed?.has(root)) return undefined;
    return this.resolver.kindOf(node, scope, this.code.file);
  }

  /** Adds a use between two offsets, to replace with a text. */
  addUse(start: number, end: number, text: string, context: SyntaxNode): void {
    this.collector.addUse({ start, end, text, context: [context.start, context.end] });
  }

  addUnsure(start: number, reason: string): void {
    this.collector.addUnsure(start, reason);
  }

  /** Renames each string equal to the old name that a value can evaluate to. */
  renameIn(value: SyntaxNode | undefined, scope: Scope, context: SyntaxNode): void {
    if (!value) return;
    const isReadOnce = (constant: SyntaxNode) => this.reads?.get(constant) === 1;
    for (const { text, isShared } of nameLiterals(value, scope, isReadOnce)) {
      if (text.value !== this.icon.from) continue;
      if (isShared)
        this.collector.setUnsure(text.start, 'it is a constant that may be used elsewhere');
      else this.addUse(text.start, text.end, this.icon.to, context);
    }
  }

  matches(): CodeMatches {
    return this.collector.matches();
  }
}

/** Searches a node of one type; `path` has its ancestors. */
export type NodeVisitor = (search: CodeSearch, node: SyntaxNode, path: VisitedPath) => void;

/** Context of a node that a visitor gets. */
export type VisitedPath = Pick<NodePath, 'scope' | 'ancestors'>;
