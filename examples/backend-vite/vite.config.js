import icons from 'iconloom/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/build/',
  publicDir: false,
  plugins: [icons({ inputs: 'icons' })],
  build: { manifest: 'manifest.json', rolldownOptions: { input: 'src/main.js' } },
});
