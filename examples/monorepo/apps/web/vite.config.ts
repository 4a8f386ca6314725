import react from '@vitejs/plugin-react';
import icons from 'iconloom/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), icons()],
});
