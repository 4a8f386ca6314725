import { importsIn } from './imports.ts';
import { openSource, type Workspace } from './workspace.ts';

const INLINE = 'virtual:iconloom/inline';

/** Adds the import that puts the sprite into the page to the first script of index.html. */
export function addInline(workspace: Workspace): void {
  const isThere = ({ text = '' }: { readonly text: string | undefined }) => text.includes(INLINE);
  if (workspace.sources.some(isThere)) return;
  const page = openSource('index.html', workspace.cwd);
  const [, src] = /<script\b[^>]*\ssrc=["']?\/?([^"'\s>]+)/.exec(page?.text ?? '') ?? [];
  const entry = workspace.sources.find(({ file }) => file === src);
  const program = entry && workspace.program(entry);
  if (!entry || !program) {
    workspace.next(`put the symbols into the page: \`import '${INLINE}';\` in the first script`);
    return;
  }
  const [first] = importsIn(program);
  const start = first?.node.start ?? 0;
  const { text = '' } = entry;
  const quote = first && text[first.node.end - (text[first.node.end - 1] === ';' ? 2 : 1)];
  const mark = quote === '"' ? '"' : "'";
  const end = first && text[first.node.end - 1] !== ';' ? '' : ';';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  workspace.replace(entry, {
    start,
    end: start,
    text: `import ${mark}${INLINE}${mark}${end}${eol}`,
  });
}
