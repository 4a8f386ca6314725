import { svelte } from '@sveltejs/vite-plugin-svelte';
import icons from 'iconloom/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte(), icons({ inputs: 'icons' })],
});
