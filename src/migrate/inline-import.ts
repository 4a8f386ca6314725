import { parseImports } from './imports.ts';
import { readProjectFile, type Workspace } from './workspace.ts';

/** Module that puts the sprite into the page. */
export const INLINE_MODULE = 'virtual:iconloom/inline';

/** Adds the import that puts the sprite into the page to the first script of index.html. */
export function addInlineImport(workspace: Workspace): void {
  const hasImport = ({ text = '' }: { readonly text: string | undefined }) =>
    text.includes(INLINE_MODULE);
  if (workspace.codeFiles.some(hasImport)) return;
  const page = readProjectFile('index.html', workspace.cwd);
  const [, src] = /<script\b[^>]*\ssrc=["']?\/?([^"'\s>]+)/.exec(page?.text ?? '') ?? [];
  const entry = workspace.codeFiles.find(({ file }) => file === src);
  const program = entry && workspace.parseFile(entry);
  if (!entry || !program) {
    workspace.addNextStep(
      `put the symbols into the page: \`import '${INLINE_MODULE}';\` in the first script`,
    );
    return;
  }
  const [first] = parseImports(program);
  const start = first?.node.start ?? 0;
  const { text = '' } = entry;
  const quote = first && text[first.node.end - (text[first.node.end - 1] === ';' ? 2 : 1)];
  const quoteMark = quote === '"' ? '"' : "'";
  const end = first && text[first.node.end - 1] !== ';' ? '' : ';';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  workspace.replace(entry, {
    start,
    end: start,
    text: `import ${quoteMark}${INLINE_MODULE}${quoteMark}${end}${eol}`,
  });
}
