import type { Program } from 'acorn';
import { parseCode } from '../code/parse.ts';
import { keepOnly } from '../rename/code/keep-only.ts';
import type { SourceFile } from '../rename/code/source-files.ts';
import { type IconUse, type UseAttribute, usesInJsx, usesInTemplate } from './icon-uses.ts';
import {
  endOf,
  freeName,
  type Imported,
  importsIn,
  quoteOf,
  removeStatement,
  type Specifier,
} from './imports.ts';
import { scriptsOf } from './modules.ts';
import { classesIn, openPageStyles, type PageStyles, propertiesIn } from './page-styles.ts';
import type { Workspace } from './workspace.ts';

/** Icon that an import refers to. */
export interface IconTarget {
  readonly name: string;
  /** Default width and height that the tool renders it with; `undefined`: none. */
  readonly size: readonly [width: string, height: string] | undefined;
  /** Called when all uses of the import are changed. */
  readonly taken?: () => void;
}

/** Import that is unchanged: the reason, and the code to write instead. */
export interface LeftImport {
  readonly reason: string;
  readonly instead: string;
}

/** Finds the icon of an import; `undefined` if it is not one of an icon. */
export type FindTarget = (
  imported: Imported,
  specifier: Specifier,
  source: SourceFile,
  isDrawn: boolean,
) => IconTarget | LeftImport | undefined;

/** Framework packages, and the iconloom entry with the component. */
const ENTRIES: readonly (readonly [name: string, entry: string])[] = [
  ['react', 'iconloom/react'],
  ['preact', 'iconloom/react'],
  ['solid-js', 'iconloom/solid'],
  ['vue', 'iconloom/vue'],
  ['svelte', 'iconloom/svelte'],
];

/** Attributes that mean the same on the iconloom component. */
const SAME =
  /^(class(Name|List)?|style|width|height|color|id|role|tab[iI]ndex|key|ref|focusable|opacity|aria-.+|data-.+|on[A-Z:-].*|on[a-z]+)$/;

/**
 * Replaces components of imported icons with the iconloom component.
 *
 * @returns number of imports that are unchanged
 */
export function replaceComponents(workspace: Workspace, find: FindTarget): number {
  const styles = openPageStyles(workspace);
  let left = 0;
  for (const source of workspace.sources) {
    if (/\.html?$/.test(source.path)) continue;
    if (source.text?.includes('import') !== true) continue;
    for (const span of scriptsOf(source)) {
      const isWhole = span.start === 0 && span.end === source.text.length;
      const program = isWhole ? workspace.program(source) : parseCode(keepOnly(source.text, span));
      if (program) left += replaceIn(workspace, source, program, isWhole, find, styles);
    }
  }
  return left;
}

function replaceIn(
  workspace: Workspace,
  source: SourceFile,
  program: Program,
  isWhole: boolean,
  find: FindTarget,
  styles: PageStyles,
): number {
  const text = source.text ?? '';
  let left = 0;
  const imports = importsIn(program);
  const entry = entryFor(workspace, source);
  const own = imports.find(({ from }) => from === entry);
  const known = own?.specifiers.find(({ imported }) => imported === 'Icon')?.local;
  const name = known ?? freeName(program, ['Icon', 'AppIcon', 'LoomIcon']);
  const removed: (readonly [Imported, readonly Specifier[]])[] = [];
  for (const imported of imports) {
    const gone: Specifier[] = [];
    for (const specifier of imported.specifiers) {
      const { uses, others } = isWhole
        ? usesInJsx(program, text, specifier.local)
        : usesInTemplate(source, imported.node, specifier.local);
      const target = find(imported, specifier, source, uses.length > 0);
      if (!target) continue;
      if ('reason' in target) {
        workspace.leave(source, imported.node.start, target);
        left += 1;
        continue;
      }
      const problems = [
        ...others.map((offset) => ({ offset, ...passedOn(target) })),
        ...uses.flatMap((use) => problemsOf(use, target, styles)),
        ...(name === undefined || entry === undefined
          ? [{ offset: imported.node.start, ...noEntry(target) }]
          : []),
      ];
      for (const { offset, reason, instead } of problems) {
        workspace.leave(source, offset, { reason, instead });
      }
      if (problems.length > 0) {
        left += 1;
        continue;
      }
      for (const use of uses) draw(workspace, source, use, target, name ?? 'Icon');
      gone.push(specifier);
      target.taken?.();
    }
    if (gone.length > 0) removed.push([imported, gone]);
  }
  const [first] = removed;
  if (!first) return left;
  const quote = quoteOf(text, first[0].node);
  const what = name === 'Icon' ? 'Icon' : `Icon as ${name}`;
  const line = `import { ${what} } from ${quote}${entry}${quote}`;
  let isPut = known !== undefined;
  for (const [{ node, specifiers }, gone] of removed) {
    if (gone.length < specifiers.length) {
      dropSpecifiers(workspace, source, node, specifiers, gone);
      if (isPut) continue;
      const end = endOf(text, node);
      const eol = text.includes('\r\n') ? '\r\n' : '\n';
      workspace.replace(source, { start: node.end, end: node.end, text: `${eol}${line}${end}` });
    } else if (isPut) workspace.replace(source, removeStatement(text, node));
    else {
      const { start, end } = node;
      workspace.replace(source, { start, end, text: line + endOf(text, node) });
    }
    isPut = true;
  }
  return left;
}

/** Removes some names from an import clause. */
function dropSpecifiers(
  workspace: Workspace,
  source: SourceFile,
  { start }: { readonly start: number },
  specifiers: readonly Specifier[],
  gone: readonly Specifier[],
): void {
  const text = source.text ?? '';
  const kept = specifiers.filter((each) => !gone.includes(each));
  const code = (each: Specifier) => text.slice(each.node.start, each.node.end);
  const outer = kept.filter(({ node }) => node.type !== 'ImportSpecifier').map(code);
  const inner = kept.filter(({ node }) => node.type === 'ImportSpecifier').map(code);
  const clause = [...outer, ...(inner.length > 0 ? [`{ ${inner.join(', ')} }`] : [])].join(', ');
  const from = text.indexOf(' from', Math.max(...specifiers.map(({ node }) => node.end)));
  workspace.replace(source, { start: start + 'import '.length, end: from, text: clause });
}

function entryFor({ project }: Workspace, { path }: SourceFile): string | undefined {
  if (path.endsWith('.vue')) return 'iconloom/vue';
  if (path.endsWith('.svelte')) return 'iconloom/svelte';
  return ENTRIES.find(([name]) => project.packages.has(name))?.[1];
}

function draw(
  workspace: Workspace,
  source: SourceFile,
  { name, close, tagEnd, attributes }: IconUse,
  target: IconTarget,
  component: string,
): void {
  const given = new Set(attributes.map((each) => each.name));
  const [width, height] = target.size ?? ['1em', '1em'];
  const sized = [
    ...(given.has('width') || target.size === undefined ? [] : [`width="${width}"`]),
    ...(given.has('height') || target.size === undefined ? [] : [`height="${height}"`]),
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

interface Problem extends LeftImport {
  readonly offset: number;
}

function problemsOf(use: IconUse, target: IconTarget, styles: PageStyles): readonly Problem[] {
  const written = `<Icon name="${target.name}" />`;
  const found = use.attributes.flatMap((attribute): Problem[] => {
    const problem = problemOf(attribute, written, styles);
    return problem ? [{ offset: attribute.start, ...problem }] : [];
  });
  const given = new Set(use.attributes.map(({ name }) => name));
  const hasSize = target.size !== undefined || (given.has('width') && given.has('height'));
  return [
    ...found,
    ...(use.hasChildren
      ? [{ offset: use.start, reason: 'it has children', instead: `Write ${written}` }]
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
  written: string,
  styles: PageStyles,
): LeftImport | undefined {
  const { name } = attribute;
  if (name === undefined) {
    return {
      reason: 'its attributes are known only at run time',
      instead: `Write ${written} with these attributes`,
    };
  }
  if (/^(fill|stroke)/.test(name)) {
    return {
      reason: `a symbol's own colors override ${name}`,
      instead: `Write ${written} with color, and set color to 'currentColor' for the icon`,
    };
  }
  if (name === 'title') {
    return { reason: 'title is called label here', instead: `Write ${written} with label` };
  }
  if (!SAME.test(name)) {
    return {
      reason: `${name} means something else here`,
      instead: `Write ${written} with attributes that have the same effect`,
    };
  }
  if (/^class(Name|List)?$/.test(name)) {
    const classes = classesIn(attribute);
    if (!classes) {
      return {
        reason: 'its classes are known only at run time, and one may set its color',
        instead: `Write ${written} with these classes, unless they set fill or stroke`,
      };
    }
    const reason = classes.map(styles.reaches).find((each) => each !== undefined);
    return reason === undefined
      ? undefined
      : {
          reason: `${reason}, but a symbol's own colors override that`,
          instead: `Write ${written}, set color to 'currentColor' for the icon, and color in the rule`,
        };
  }
  if (name === 'style') {
    const properties = propertiesIn(attribute);
    if (!properties || properties.some((each) => /^(fill|stroke)/.test(each))) {
      return {
        reason: "it may set fill or stroke, but a symbol's own colors override these",
        instead: `Write ${written} with color`,
      };
    }
  }
  return undefined;
}

function passedOn({ name }: IconTarget): LeftImport {
  return {
    reason: 'the component is passed as a value',
    instead: `Pass the name '${name}', and render <Icon name={…} /> there`,
  };
}

function noEntry({ name }: IconTarget): LeftImport {
  return {
    reason: 'there is no component for this framework, or the names for it are taken',
    instead: `Import 'iconloom:${name}', and use it as the href of a <use>`,
  };
}
