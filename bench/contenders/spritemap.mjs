/** @spiriit/vite-plugin-svg-spritemap in a build of an empty page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import spritemap from '@spiriit/vite-plugin-svg-spritemap';
import { build } from 'vite';

const [folder, out] = process.argv.slice(2);
const root = resolve(`${out}-page`);
mkdirSync(root, { recursive: true });
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Icons</title>');
await build({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [spritemap(`${resolve(folder)}/*.svg`, { output: { filename: 'sprite.svg' } })],
  build: { outDir: resolve(out), emptyOutDir: true, assetsDir: '' },
});
