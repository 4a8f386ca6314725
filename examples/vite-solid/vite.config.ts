import icons from 'iconloom/vite';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [solid(), icons({ inputs: 'icons' })],
});
