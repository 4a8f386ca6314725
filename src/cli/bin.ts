#!/usr/bin/env node
import { enableCompileCache } from './compile-cache.ts';

// Before all other code is loaded, which is then compiled only once. Not awaited at the top: the
// bundler would give each dynamic import a file of its own.
enableCompileCache();
import('./program.ts').then(({ run }) => run());
