import type { Workspace } from './workspace.ts';

/** `#${…}`, `#icon-${…}`, `'#icon-' +`: links to symbols that are built at run time. */
const MADE = /["'`=]#[\w.:/-]*\$\{|(["'])#(?:[\w.:/-]*[-_.:/])?\1\s*\+/g;

/** Reports links to symbols that are built at run time: they work, but keep all icons. */
export function findMadeIds(workspace: Workspace): void {
  for (const source of workspace.sources) {
    const { text = '' } = source;
    // Colors have the same syntax.
    if (!/<use\b|["'`]use["'`]|xlink:?href|symbolId|icon/i.test(text)) continue;
    for (const { 0: found, index } of text.matchAll(MADE)) {
      if (workspace.isReplaced(source, index + found.length - 1)) continue;
      workspace.leave(source, index, {
        reason: 'a link that is built at run time works, but keeps all icons in the sprite',
        instead:
          "To keep only icons that are used, render <Icon name={name} /> from 'iconloom/react' (or vue, svelte, solid), with the icon names",
      });
    }
  }
}
