import { expect, test } from 'vitest';
import { testBuild } from '../e2e/test-build.ts';

/** Beside the picture there is more of the drawing, as editors leave it. */
const drawing = (style: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <path style="${style}" fill="#999" d="M1 1h14v14H1z"/>
  <path fill="#06c" opacity=".4" d="M2 12h12v2H2z"/>
  <path fill="#c60" opacity=".4" d="M-19 12h14v2h-14z"/>
</svg>`;

test.each(['mix-blend-mode:multiply', 'mix-blend-mode:normal', 'isolation:isolate'])(
  'parts beside the picture do not keep a drawing with %s from being verified',
  async (style) => {
    const { diagnostics } = await testBuild({
      files: { 'icons/a.svg': drawing(style) },
      diagnostics: [],
    });
    expect(diagnostics).toEqual([]);
  },
);
