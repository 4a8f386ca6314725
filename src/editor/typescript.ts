import { pathToFileURL } from 'node:url';
import type ts from 'typescript';
import { type RegisteredIcons, registeredIcons } from './registered-icons.ts';
import { sourcePicture } from './source-picture.ts';

/** Finds source files by declaration maps; not part of the public types. */
interface SourceMapper {
  tryGetSourcePosition(place: { fileName: string; pos: number }): { fileName: string } | undefined;
}

/** Icon that a position in a file refers to. */
interface IconReference {
  readonly name: string;
  /** Declaration of the name. */
  readonly declared: ts.Symbol;
  /** String in the code; `undefined` for a constant, for which TypeScript lacks only the picture. */
  readonly literal?: ts.StringLiteralLike;
}

/**
 * Plugin for the language server of TypeScript, `"plugins": [{ "name": "iconloom/typescript" }]` in
 * `tsconfig.json`: names of icons in strings lead to their source files, and show them.
 */
export default function init({ typescript }: { typescript: typeof ts }): ts.server.PluginModule {
  return { create: ({ languageService }) => extendLanguageService(typescript, languageService) };
}

function extendLanguageService(
  typescript: typeof ts,
  service: ts.LanguageService,
): ts.LanguageService {
  /** @param entry a completion at the position; default: the name in the code */
  function iconReferenceAt(
    file: string,
    position: number,
    entry?: string,
  ): IconReference | undefined {
    const program = service.getProgram();
    const source = program?.getSourceFile(file);
    if (!program || !source) return undefined;
    const node = nodeAt(typescript, source, position);
    const isLiteral = typescript.isStringLiteralLike(node);
    if (!isLiteral && !typescript.isIdentifier(node)) return undefined;
    const checker = program.getTypeChecker();
    const icons = registeredIcons(typescript, checker, source);
    if (!icons) return undefined;
    const symbol = isLiteral ? undefined : checker.getSymbolAtLocation(node);
    const name = isLiteral ? (entry ?? node.text) : symbol && icons.nameOfConstant(symbol);
    const declared = name === undefined ? undefined : icons.declarationOf(name);
    if (name === undefined || !declared) return undefined;
    if (!isLiteral) return { name, declared };
    const isName = isIconNameType(checker.getContextualType(node), name, icons);
    return isName ? { name, declared, literal: node } : undefined;
  }

  /** Checks that a type allows a name, and nothing but names of icons. */
  function isIconNameType(
    type: ts.Type | undefined,
    name: string,
    icons: RegisteredIcons,
  ): boolean {
    const members = type?.isUnion() ? type.types : type ? [type] : [];
    const nothing = typescript.TypeFlags.Undefined | typescript.TypeFlags.Null;
    const onlyIcons = members.every(
      (each) =>
        (each.flags & nothing) !== 0 || (each.isStringLiteral() && icons.declarationOf(each.value)),
    );
    return onlyIcons && members.some((each) => each.isStringLiteral() && each.value === name);
  }

  function definitionOf({ declared }: IconReference): ts.DefinitionInfo[] {
    return (declared.declarations ?? []).map((declaration) => ({
      fileName: declaration.getSourceFile().fileName,
      textSpan: spanOf(typescript.getNameOfDeclaration(declaration) ?? declaration),
      kind: typescript.ScriptElementKind.memberVariableElement,
      name: declared.name,
      containerKind: typescript.ScriptElementKind.interfaceElement,
      containerName: 'Icons',
    }));
  }

  /** Picture of an icon, and a link to its file. */
  function documentationOf({ name, declared }: IconReference): ts.SymbolDisplayPart[] {
    const mapper = (service as { getSourceMapper?: () => SourceMapper }).getSourceMapper?.();
    const [place] = definitionOf({ name, declared });
    const file =
      place &&
      mapper?.tryGetSourcePosition({ fileName: place.fileName, pos: place.textSpan.start });
    if (!file) return [];
    const picture = sourcePicture(file.fileName, name);
    const link = `[${file.fileName.split('/').at(-1)}](${pathToFileURL(file.fileName).href})`;
    return [{ kind: 'text', text: [picture, link].filter(Boolean).join('\n\n') }];
  }

  function iconQuickInfo(file: string, position: number, known: ts.QuickInfo | undefined) {
    const reference = iconReferenceAt(file, position);
    if (!reference) return known;
    if (known && !reference.literal) {
      const documentation = known.documentation ?? [];
      const hasPicture = documentation.some(({ text }) => text.includes('](data:image/'));
      if (hasPicture) return known;
      const gap = documentation.length > 0 ? [{ kind: 'text', text: '\n\n' }] : [];
      return { ...known, documentation: [...documentation, ...gap, ...documentationOf(reference)] };
    }
    if (known || !reference.literal) return known;
    return {
      kind: typescript.ScriptElementKind.string,
      kindModifiers: '',
      textSpan: spanOf(reference.literal),
      displayParts: [{ kind: 'text', text: `(icon) ${JSON.stringify(reference.name)}` }],
      documentation: documentationOf(reference),
    };
  }

  return {
    ...service,
    getDefinitionAndBoundSpan(file, position) {
      const known = service.getDefinitionAndBoundSpan(file, position);
      if (known?.definitions?.length) return known;
      const reference = iconReferenceAt(file, position);
      if (!reference?.literal) return known;
      return { definitions: definitionOf(reference), textSpan: spanOf(reference.literal) };
    },
    getDefinitionAtPosition(file, position) {
      const known = service.getDefinitionAtPosition(file, position);
      if (known?.length) return known;
      const reference = iconReferenceAt(file, position);
      return reference?.literal ? definitionOf(reference) : known;
    },
    getQuickInfoAtPosition(file, position, ...rest) {
      const known = service.getQuickInfoAtPosition(file, position, ...rest);
      return iconQuickInfo(file, position, known);
    },
    getCompletionEntryDetails(file, position, entry, ...rest) {
      const known = service.getCompletionEntryDetails(file, position, entry, ...rest);
      const reference = known && iconReferenceAt(file, position, entry);
      if (!known || !reference?.literal) return known;
      return {
        ...known,
        documentation: [...(known.documentation ?? []), ...documentationOf(reference)],
      };
    },
  };
}

/** Innermost node at a position. */
function nodeAt(typescript: typeof ts, source: ts.SourceFile, position: number): ts.Node {
  let node: ts.Node = source;
  for (;;) {
    const inner = typescript.forEachChild(node, (child) =>
      child.getStart(source) <= position && position <= child.getEnd() ? child : undefined,
    );
    if (!inner) return node;
    node = inner;
  }
}

function spanOf(node: ts.Node): ts.TextSpan {
  return { start: node.getStart(), length: node.getWidth() };
}
