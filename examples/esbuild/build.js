import { cpSync } from 'node:fs';
import { build } from 'esbuild';
import icons from 'iconloom/esbuild';

await build({
  entryPoints: ['src/index.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  outdir: 'dist',
  plugins: [icons({ inputs: 'icons' })],
});
cpSync('src/index.html', 'dist/index.html');
