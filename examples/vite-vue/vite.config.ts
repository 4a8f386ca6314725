import vue from '@vitejs/plugin-vue';
import icons from 'iconloom/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue(), icons({ inputs: 'icons' })],
});
