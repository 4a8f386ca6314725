import { defineConfig } from 'iconloom/config';

export default defineConfig({
  inputs: 'icons',
  out: 'public/icons',
});
