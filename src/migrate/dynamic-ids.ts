import type { Workspace } from './workspace.ts';

/** `#${…}`, `#icon-${…}`, `'#icon-' +`: links to symbols that are built at run time. */
const DYNAMIC_ID = /["'`=]#[\w.:/-]*\$\{|(["'])#(?:[\w.:/-]*[-_.:/])?\1\s*\+/g;

/** Reports links to symbols that are built at run time: they work, but keep all icons. */
export function reportDynamicIds(workspace: Workspace): void {
  for (const source of workspace.codeFiles) {
    const { text = '' } = source;
    // Colors have the same syntax.
    if (!/<use\b|["'`]use["'`]|xlink:?href|symbolId|icon/i.test(text)) continue;
    for (const { 0: found, index } of text.matchAll(DYNAMIC_ID)) {
      if (workspace.isReplaced(source, index + found.length - 1)) continue;
      workspace.addManualStep(source, index, {
        reason: 'a link that is built at run time works, but keeps all icons in the sprite',
        instead:
          "To keep only icons that are used, render <Icon name={name} /> from 'iconloom/react' (or vue, svelte, solid), with the icon names",
      });
    }
  }
}
