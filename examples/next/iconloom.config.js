import { defineConfig } from 'iconloom';

export default defineConfig({
  inputs: 'icons',
  out: 'public/icons',
  base: '/icons',
});
