import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A file as an editor has it open. */
export interface Editor {
  /** What is shown where the text is hovered: its type, and what is said of it. */
  hover(text: string): { readonly type: string; readonly about: string };
  /** What is offered where the text stands, sorted. */
  complete(text: string): readonly string[];
}

/** Opens a file of a project by the language service of TypeScript, with its `tsconfig.json`. */
export function openEditor(folder: string, file: string): Editor {
  const path = join(folder, file);
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const source = readFileSync(path, 'utf8');
  const offsetOf = (text: string): number => {
    const at = source.indexOf(text);
    if (at === -1) throw new Error(`'${text}' does not stand in ${file}.`);
    return at + text.length;
  };
  return {
    hover(text) {
      const info = service.getQuickInfoAtPosition(path, offsetOf(text) - 1);
      return {
        type: ts.displayPartsToString(info?.displayParts),
        about: ts.displayPartsToString(info?.documentation),
      };
    },
    complete(text) {
      const found = service.getCompletionsAtPosition(path, offsetOf(text), undefined);
      return (found?.entries ?? []).map(({ name }) => name).sort();
    },
  };
}
