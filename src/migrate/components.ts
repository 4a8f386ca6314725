import type { Program } from 'acorn';
import { parseCode } from '../code/parse.ts';
import { blankOutside } from '../rename/code/blank-outside.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import {
  type ComponentImport,
  findComponentImport,
  type ReplacedImport,
  replaceIconImports,
} from './component-import.ts';
import type { FindIconTarget, IconTarget, SkippedImport } from './icon-target.ts';
import { type ElementUses, findJsxUses, findTemplateUses, type IconUse } from './icon-uses.ts';
import { type ImportSpecifier, type ImportStatement, parseImports } from './imports.ts';
import { moduleSpans } from './modules.ts';
import { loadPageStyles, type PageStyles } from './page-styles.ts';
import { findUseProblems, type UseProblem } from './use-problems.ts';
import type { Workspace } from './workspace.ts';

/** Script whose imported icons are replaced. */
interface IconModule {
  readonly source: CodeFile;
  readonly program: Program;
  /** Set if the module is the whole file, not a script in markup. */
  readonly isWhole: boolean;
}

/** Context that all modules share. */
interface ReplaceContext {
  readonly workspace: Workspace;
  readonly findTarget: FindIconTarget;
  readonly styles: PageStyles;
}

/**
 * Replaces components of imported icons with the iconloom component.
 *
 * @returns number of imports that are unchanged
 */
export function replaceComponents(workspace: Workspace, findTarget: FindIconTarget): number {
  const context = { workspace, findTarget, styles: loadPageStyles(workspace) };
  return workspace.codeFiles
    .flatMap((source) => iconModules(workspace, source))
    .map((module) => replaceInModule(context, module))
    .reduce((sum, skippedCount) => sum + skippedCount, 0);
}

/** Modules of a file that may import icons. */
function iconModules(workspace: Workspace, source: CodeFile): readonly IconModule[] {
  const { path, text } = source;
  if (/\.html?$/.test(path) || text?.includes('import') !== true) return [];
  return moduleSpans(source).flatMap((span) => {
    const isWhole = span.start === 0 && span.end === text.length;
    const program = isWhole ? workspace.parseFile(source) : parseCode(blankOutside(text, span));
    return program ? [{ source, program, isWhole }] : [];
  });
}

/** @returns number of imports that are unchanged */
function replaceInModule(context: ReplaceContext, module: IconModule): number {
  const { workspace } = context;
  const { source, program } = module;
  const imports = parseImports(program);
  const component = findComponentImport(workspace, source, { program, imports });
  const replaced: ReplacedImport[] = [];
  let skippedCount = 0;
  for (const imported of imports) {
    const outcomes = imported.specifiers.map((specifier) => ({
      specifier,
      outcome: replaceSpecifier(context, module, { imported, specifier, component }),
    }));
    skippedCount += outcomes.filter(({ outcome }) => outcome === 'skipped').length;
    const specifiers = outcomes
      .filter(({ outcome }) => outcome === 'replaced')
      .map(({ specifier }) => specifier);
    if (specifiers.length > 0) replaced.push({ imported, specifiers });
  }
  replaceIconImports(workspace, source, replaced, component);
  return skippedCount;
}

interface IconSpecifier {
  readonly imported: ImportStatement;
  readonly specifier: ImportSpecifier;
  readonly component: ComponentImport;
}

/** Replaces all uses of an imported icon, or none. */
function replaceSpecifier(
  { workspace, findTarget, styles }: ReplaceContext,
  module: IconModule,
  { imported, specifier, component }: IconSpecifier,
): 'replaced' | 'skipped' | 'not-icon' {
  const { source } = module;
  const found = findUses(module, imported, specifier);
  const isRendered = found.uses.length > 0;
  const target = findTarget({ imported, specifier, source, isRendered });
  if (!target) return 'not-icon';
  if ('reason' in target) {
    workspace.addManualStep(source, imported.node.start, target);
    return 'skipped';
  }
  const problems = findProblems(found, target, styles);
  if (component.name === undefined || component.entry === undefined) {
    problems.push({ offset: imported.node.start, ...noComponent(target) });
  }
  for (const { offset, reason, instead } of problems) {
    workspace.addManualStep(source, offset, { reason, instead });
  }
  if (problems.length > 0) return 'skipped';
  const name = component.name ?? 'Icon';
  for (const use of found.uses)
    replaceElement(workspace, source, use, componentTag(use, target, name));
  target.onReplaced?.();
  return 'replaced';
}

function findUses(
  { source, program, isWhole }: IconModule,
  { node }: ImportStatement,
  { local }: ImportSpecifier,
): ElementUses {
  return isWhole
    ? findJsxUses(program, source.text ?? '', local)
    : findTemplateUses(source, node, local);
}

function findProblems(
  { uses, others }: ElementUses,
  target: IconTarget,
  styles: PageStyles,
): UseProblem[] {
  return [
    ...others.map((offset) => ({ offset, ...passedAsValue(target) })),
    ...uses.flatMap((use) => findUseProblems(use, target, styles)),
  ];
}

/** Start of the tag that replaces an element: `Icon name="home" size="24"`. */
function componentTag({ attributes }: IconUse, target: IconTarget, component: string): string {
  const names = new Set(attributes.map((each) => each.name));
  return [component, `name="${target.name}"`, ...sizeAttributes(target, names)].join(' ');
}

/** Attributes for the size of a tool, apart from what an element sets itself. */
function sizeAttributes(
  { size }: IconTarget,
  names: ReadonlySet<string | undefined>,
): readonly string[] {
  if (size === undefined) return [];
  const [width, height] = size;
  if (!names.has('width') && !names.has('height') && width === height) {
    return width === '1em' ? [] : [`size="${width}"`];
  }
  return [
    ...(names.has('width') ? [] : [`width="${width}"`]),
    ...(names.has('height') ? [] : [`height="${height}"`]),
  ];
}

function replaceElement(
  workspace: Workspace,
  source: CodeFile,
  { name, close, tagEnd }: IconUse,
  tag: string,
): void {
  workspace.replace(source, { ...name, text: tag });
  if (!close) return;
  const text = source.text ?? '';
  const space = /\s$/.test(text.slice(0, tagEnd)) ? '' : ' ';
  workspace.replace(source, { start: tagEnd, end: close.end, text: `${space}/>` });
}

function passedAsValue({ name }: IconTarget): SkippedImport {
  return {
    reason: 'the component is passed as a value',
    instead: `Pass the name '${name}', and render <Icon name={…} /> there`,
  };
}

function noComponent({ name }: IconTarget): SkippedImport {
  return {
    reason: 'there is no component for this framework, or the names for it are taken',
    instead: `Import 'iconloom:${name}', and use it as the href of a <use>`,
  };
}
