import { join } from 'node:path';
import ts from 'typescript';

/** Files as they were parsed, by module format and path: most are those of the language. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler finds wrong in a project, by its `tsconfig.json`, as `tsc` prints it; '' where
 * all is right. Other files are read once, so they must not change meanwhile.
 */
export function typeProblems(folder: string): string {
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    folder,
  );
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...rest) => {
    const key = `${options.module} ${file}`;
    if (!parsed.has(key)) parsed.set(key, read(file, ...rest));
    return parsed.get(key);
  };
  const program = ts.createProgram(fileNames, options, host);
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], host);
}
