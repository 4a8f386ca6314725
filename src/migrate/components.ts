import type { Program } from 'acorn';
import { parseCode } from '../code/parse.ts';
import { blankOutside } from '../rename/code/blank-outside.ts';
import type { CodeFile } from '../rename/code/code-files.ts';
import { findJsxUses, findTemplateUses, type IconUse, type UseAttribute } from './icon-uses.ts';
import {
  type ImportSpecifier,
  type ImportStatement,
  parseImports,
  quoteOf,
  removeStatement,
  terminatorOf,
  unusedName,
} from './imports.ts';
import { moduleSpans } from './modules.ts';
import {
  loadPageStyles,
  type PageStyles,
  parseClasses,
  parseStyleProperties,
} from './page-styles.ts';
import type { Workspace } from './workspace.ts';

/** Icon that an import refers to. */
export interface IconTarget {
  readonly name: string;
  /** Default width and height that the tool renders it with; `undefined`: none. */
  readonly size: readonly [width: string, height: string] | undefined;
  /** Called when all uses of the import are changed. */
  readonly onReplaced?: () => void;
}

/** Import that is unchanged: the reason, and the code to write instead. */
export interface SkippedImport {
  readonly reason: string;
  readonly instead: string;
}

/** Finds the icon of an import; `undefined` if it is not one of an icon. */
export type FindIconTarget = (
  imported: ImportStatement,
  specifier: ImportSpecifier,
  source: CodeFile,
  isRendered: boolean,
) => IconTarget | SkippedImport | undefined;

/** Framework packages, and the iconloom entry with the component. */
const FRAMEWORK_ENTRIES: readonly (readonly [name: string, entry: string])[] = [
  ['react', 'iconloom/react'],
  ['preact', 'iconloom/react'],
  ['solid-js', 'iconloom/solid'],
  ['vue', 'iconloom/vue'],
  ['svelte', 'iconloom/svelte'],
];

/** Attributes that mean the same on the iconloom component. */
const SHARED_ATTRIBUTES =
  /^(class(Name|List)?|style|width|height|color|id|role|tab[iI]ndex|key|ref|focusable|opacity|aria-.+|data-.+|on[A-Z:-].*|on[a-z]+)$/;

/**
 * Replaces components of imported icons with the iconloom component.
 *
 * @returns number of imports that are unchanged
 */
export function replaceComponents(workspace: Workspace, findTarget: FindIconTarget): number {
  const styles = loadPageStyles(workspace);
  let skippedCount = 0;
  for (const source of workspace.codeFiles) {
    if (/\.html?$/.test(source.path)) continue;
    if (source.text?.includes('import') !== true) continue;
    for (const span of moduleSpans(source)) {
      const isWhole = span.start === 0 && span.end === source.text.length;
      const program = isWhole
        ? workspace.parseFile(source)
        : parseCode(blankOutside(source.text, span));
      if (program)
        skippedCount += replaceInModule(workspace, source, program, isWhole, findTarget, styles);
    }
  }
  return skippedCount;
}

function replaceInModule(
  workspace: Workspace,
  source: CodeFile,
  program: Program,
  isWhole: boolean,
  findTarget: FindIconTarget,
  styles: PageStyles,
): number {
  const text = source.text ?? '';
  let skippedCount = 0;
  const imports = parseImports(program);
  const entry = frameworkEntry(workspace, source);
  const existingImport = imports.find(({ from }) => from === entry);
  const existingName = existingImport?.specifiers.find(
    ({ imported }) => imported === 'Icon',
  )?.local;
  const name = existingName ?? unusedName(program, ['Icon', 'AppIcon', 'LoomIcon']);
  const removedImports: (readonly [ImportStatement, readonly ImportSpecifier[]])[] = [];
  for (const imported of imports) {
    const replacedSpecifiers: ImportSpecifier[] = [];
    for (const specifier of imported.specifiers) {
      const { uses, others } = isWhole
        ? findJsxUses(program, text, specifier.local)
        : findTemplateUses(source, imported.node, specifier.local);
      const target = findTarget(imported, specifier, source, uses.length > 0);
      if (!target) continue;
      if ('reason' in target) {
        workspace.addManualStep(source, imported.node.start, target);
        skippedCount += 1;
        continue;
      }
      const problems = [
        ...others.map((offset) => ({ offset, ...passedAsValue(target) })),
        ...uses.flatMap((use) => problemsOf(use, target, styles)),
        ...(name === undefined || entry === undefined
          ? [{ offset: imported.node.start, ...noComponent(target) }]
          : []),
      ];
      for (const { offset, reason, instead } of problems) {
        workspace.addManualStep(source, offset, { reason, instead });
      }
      if (problems.length > 0) {
        skippedCount += 1;
        continue;
      }
      for (const use of uses) replaceElement(workspace, source, use, target, name ?? 'Icon');
      replacedSpecifiers.push(specifier);
      target.onReplaced?.();
    }
    if (replacedSpecifiers.length > 0) removedImports.push([imported, replacedSpecifiers]);
  }
  const [first] = removedImports;
  if (!first) return skippedCount;
  const quote = quoteOf(text, first[0].node);
  const importName = name === 'Icon' ? 'Icon' : `Icon as ${name}`;
  const line = `import { ${importName} } from ${quote}${entry}${quote}`;
  let isInserted = existingName !== undefined;
  for (const [{ node, specifiers }, replacedSpecifiers] of removedImports) {
    if (replacedSpecifiers.length < specifiers.length) {
      dropSpecifiers(workspace, source, node, specifiers, replacedSpecifiers);
      if (isInserted) continue;
      const end = terminatorOf(text, node);
      const eol = text.includes('\r\n') ? '\r\n' : '\n';
      workspace.replace(source, { start: node.end, end: node.end, text: `${eol}${line}${end}` });
    } else if (isInserted) workspace.replace(source, removeStatement(text, node));
    else {
      const { start, end } = node;
      workspace.replace(source, { start, end, text: line + terminatorOf(text, node) });
    }
    isInserted = true;
  }
  return skippedCount;
}

/** Removes some names from an import clause. */
function dropSpecifiers(
  workspace: Workspace,
  source: CodeFile,
  { start }: { readonly start: number },
  specifiers: readonly ImportSpecifier[],
  replacedSpecifiers: readonly ImportSpecifier[],
): void {
  const text = source.text ?? '';
  const remaining = specifiers.filter((each) => !replacedSpecifiers.includes(each));
  const code = (each: ImportSpecifier) => text.slice(each.node.start, each.node.end);
  const outer = remaining.filter(({ node }) => node.type !== 'ImportSpecifier').map(code);
  const inner = remaining.filter(({ node }) => node.type === 'ImportSpecifier').map(code);
  const clause = [...outer, ...(inner.length > 0 ? [`{ ${inner.join(', ')} }`] : [])].join(', ');
  const from = text.indexOf(' from', Math.max(...specifiers.map(({ node }) => node.end)));
  workspace.replace(source, { start: start + 'import '.length, end: from, text: clause });
}

function frameworkEntry({ project }: Workspace, { path }: CodeFile): string | undefined {
  if (path.endsWith('.vue')) return 'iconloom/vue';
  if (path.endsWith('.svelte')) return 'iconloom/svelte';
  return FRAMEWORK_ENTRIES.find(([name]) => project.packages.has(name))?.[1];
}

function replaceElement(
  workspace: Workspace,
  source: CodeFile,
  { name, close, tagEnd, attributes }: IconUse,
  target: IconTarget,
  component: string,
): void {
  const attributeNames = new Set(attributes.map((each) => each.name));
  const [width, height] = target.size ?? ['1em', '1em'];
  const sized = [
    ...(attributeNames.has('width') || target.size === undefined ? [] : [`width="${width}"`]),
    ...(attributeNames.has('height') || target.size === undefined ? [] : [`height="${height}"`]),
  ];
  const isSquare = sized.length === 2 && width === height;
  const size = isSquare ? (width === '1em' ? [] : [`size="${width}"`]) : sized;
  const code = [component, `name="${target.name}"`, ...size].join(' ');
  workspace.replace(source, { ...name, text: code });
  if (!close) return;
  const text = source.text ?? '';
  const space = /\s$/.test(text.slice(0, tagEnd)) ? '' : ' ';
  workspace.replace(source, { start: tagEnd, end: close.end, text: `${space}/>` });
}

interface UseProblem extends SkippedImport {
  readonly offset: number;
}

function problemsOf(use: IconUse, target: IconTarget, styles: PageStyles): readonly UseProblem[] {
  const example = `<Icon name="${target.name}" />`;
  const attributeProblems = use.attributes.flatMap((attribute): UseProblem[] => {
    const problem = problemOf(attribute, example, styles);
    return problem ? [{ offset: attribute.start, ...problem }] : [];
  });
  const attributeNames = new Set(use.attributes.map(({ name }) => name));
  const hasSize =
    target.size !== undefined || (attributeNames.has('width') && attributeNames.has('height'));
  return [
    ...attributeProblems,
    ...(use.hasChildren
      ? [{ offset: use.start, reason: 'it has children', instead: `Write ${example}` }]
      : []),
    ...(hasSize
      ? []
      : [
          {
            offset: use.start,
            reason: 'the SVG has no width and height, so the page sizes it',
            instead: `Write <Icon name="${target.name}" size="…" /> with its current size`,
          },
        ]),
  ];
}

function problemOf(
  attribute: UseAttribute,
  example: string,
  styles: PageStyles,
): SkippedImport | undefined {
  const { name } = attribute;
  if (name === undefined) {
    return {
      reason: 'its attributes are known only at run time',
      instead: `Write ${example} with these attributes`,
    };
  }
  if (/^(fill|stroke)/.test(name)) {
    return {
      reason: `a symbol's own colors override ${name}`,
      instead: `Write ${example} with color, and set color to 'currentColor' for the icon`,
    };
  }
  if (name === 'title') {
    return { reason: 'title is called label here', instead: `Write ${example} with label` };
  }
  if (!SHARED_ATTRIBUTES.test(name)) {
    return {
      reason: `${name} means something else here`,
      instead: `Write ${example} with attributes that have the same effect`,
    };
  }
  if (/^class(Name|List)?$/.test(name)) {
    const classes = parseClasses(attribute);
    if (!classes) {
      return {
        reason: 'its classes are known only at run time, and one may set its color',
        instead: `Write ${example} with these classes, unless they set fill or stroke`,
      };
    }
    const reason = classes.map(styles.paintReason).find((each) => each !== undefined);
    return reason === undefined
      ? undefined
      : {
          reason: `${reason}, but a symbol's own colors override that`,
          instead: `Write ${example}, set color to 'currentColor' for the icon, and color in the rule`,
        };
  }
  if (name === 'style') {
    const properties = parseStyleProperties(attribute);
    if (!properties || properties.some((each) => /^(fill|stroke)/.test(each))) {
      return {
        reason: "it may set fill or stroke, but a symbol's own colors override these",
        instead: `Write ${example} with color`,
      };
    }
  }
  return undefined;
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
