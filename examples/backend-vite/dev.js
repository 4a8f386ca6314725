import { createServer } from 'vite';
import { startBackEnd } from './server.js';

// Vite's server on a port, and the back end on another, as `artisan serve` and `vite` would be.
const vite = await createServer({ server: { host: '127.0.0.1' }, logLevel: 'warn' });
await vite.listen();
startBackEnd(vite.resolvedUrls.local[0]);
