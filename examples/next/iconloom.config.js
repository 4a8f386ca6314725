import { defineConfig } from 'iconloom/config';

export default defineConfig({
  inputs: 'icons',
  out: 'built-icons',
  publicDir: 'public/icons',
  fileName: '[name].[hash].svg',
  base: '/icons',
});
