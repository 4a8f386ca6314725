import { expect, test } from 'vitest';
import { buildApp, newApp } from './app.ts';

test.each(['webpack', 'rspack'] as const)(
  '%s keeps all icons while developing, and does not warn of it',
  async (bundler) => {
    const root = newApp({
      'src/main.js': `import { iconHref } from 'virtual:iconloom';
globalThis.href = iconHref('check');`,
    });
    const { ids, told } = await buildApp(bundler, root, { webpack: { mode: 'development' } });
    expect(ids).toEqual(['bookmark', 'camera', 'check', 'nav-menu']);
    expect(told).toContain('4 of 4 icons');
    expect(told).not.toContain('are kept, since');
  },
);
