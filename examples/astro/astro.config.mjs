import { defineConfig } from 'astro/config';
import icons from 'iconloom/vite';

export default defineConfig({
  vite: { plugins: [icons({ inputs: 'icons' })] },
});
