import type { Workspace } from './workspace.ts';

/** `#${…}`, `#icon-${…}`, `'#icon-' +`, where a link to a symbol is made. */
const MADE = /["'`=]#[\w.:/-]*\$\{|(["'])#(?:[\w.:/-]*[-_.:/])?\1\s*\+/g;

/** Lists links to symbols that are made at run time: they work, and keep all icons. */
export function findMadeIds(workspace: Workspace): void {
  for (const source of workspace.sources) {
    const { text = '' } = source;
    // Colors are written in the same way.
    if (!/<use\b|["'`]use["'`]|xlink:?href|symbolId|icon/i.test(text)) continue;
    for (const { 0: found, index } of text.matchAll(MADE)) {
      if (workspace.isReplaced(source, index + found.length - 1)) continue;
      workspace.leave(source, index, {
        reason: 'a link that is made at run time works, and keeps all icons',
        instead:
          "To keep only icons that are used, draw <Icon name={name} /> of 'iconloom/react' (or vue, svelte, solid), and call icons by their names there",
      });
    }
  }
}
