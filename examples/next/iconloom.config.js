import { defineConfig } from 'iconloom';

export default defineConfig({
  inputs: 'icons',
  out: 'built-icons',
  publicDir: 'public/icons',
  fileName: '[name].[hash].svg',
  base: '/icons',
});
