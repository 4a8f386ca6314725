import { testApps } from './app-tests.ts';

testApps(['react.tsx', 'vue.ts', 'svelte.ts', 'solid.jsx', 'element.ts']);
