import { parseCode } from '../../code/parse.ts';
import { walk } from '../../code/walk.ts';
import type { CodeFile } from './code-files.ts';
import type { ExportResolver } from './export-resolver.ts';
import { childNode, childNodes, stringLiteral, toSyntaxNode } from './syntax.ts';

/**
 * Names under which a Vue app registers iconloom components globally:
 * `app.component('AppIcon', Icon)`. A name that is also registered for another one is excluded.
 */
export function findGlobalComponents(
  codeFiles: readonly CodeFile[],
  resolver: ExportResolver,
): ReadonlySet<string> {
  const [iconComponents, otherComponents] = [new Set<string>(), new Set<string>()];
  for (const { path, text } of codeFiles) {
    if (!text?.includes('.component(')) continue;
    const program = parseCode(text);
    if (!program) continue;
    walk(program, ({ node, scope }) => {
      const call = toSyntaxNode(node);
      const callee = childNode(call, 'callee');
      const isRegistering =
        call.type === 'CallExpression' &&
        callee?.type === 'MemberExpression' &&
        childNode(callee, 'property')?.name === 'component';
      const [first, value] = isRegistering ? childNodes(call, 'arguments') : [];
      const name = stringLiteral(first)?.value;
      if (name === undefined || !value) return;
      const isIconComponent = resolver.kindOf(value, scope, path) === 'component';
      (isIconComponent ? iconComponents : otherComponents).add(name);
    });
  }
  return new Set([...iconComponents].filter((name) => !otherComponents.has(name)));
}
