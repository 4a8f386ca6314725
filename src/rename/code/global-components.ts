import { parseCode } from '../../code/parse.ts';
import { walk } from '../../code/walk.ts';
import type { Modules } from './modules.ts';
import type { SourceFile } from './source-files.ts';
import { loose, part, parts, textOf } from './syntax.ts';

/**
 * Names under which a Vue app registers iconloom components globally:
 * `app.component('AppIcon', Icon)`. A name that is also registered for another one is excluded.
 */
export function globalComponents(
  sources: readonly SourceFile[],
  modules: Modules,
): ReadonlySet<string> {
  const [ours, others] = [new Set<string>(), new Set<string>()];
  for (const { path, text } of sources) {
    if (!text?.includes('.component(')) continue;
    const program = parseCode(text);
    if (!program) continue;
    walk(program, ({ node, scope }) => {
      const call = loose(node);
      const callee = part(call, 'callee');
      const isRegistering =
        call.type === 'CallExpression' &&
        callee?.type === 'MemberExpression' &&
        part(callee, 'property')?.name === 'component';
      const [first, value] = isRegistering ? parts(call, 'arguments') : [];
      const name = textOf(first)?.value;
      if (name === undefined || !value) return;
      const isOurs = modules.kindOf(value, scope, path) === 'component';
      (isOurs ? ours : others).add(name);
    });
  }
  return new Set([...ours].filter((name) => !others.has(name)));
}
