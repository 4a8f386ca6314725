/** Works on drawings for `fuzz.mjs`, in a process of its own, so that it may crash or hang. */
import { transformIcon } from '../dist/index.js';
import { load } from './source.mjs';

const { resolveConfig } = await load('config/resolve.ts');
const { drawingOfSymbol } = await load('core/symbol.ts');
const { transformVerified } = await load('icon/verify/verify-icon.ts');

const { verify } = resolveConfig({}, { cwd: process.cwd(), configFile: 'none' });

process.on('message', async ({ index, svg }) => {
  const start = performance.now();
  const result = await outcomeOf(svg, `i${index}`);
  process.send({ index, ...result, ms: performance.now() - start });
});

async function outcomeOf(svg, id) {
  try {
    const options = { id, file: 'icon.svg', activeContent: 'remove' };
    const { value, diagnostics } = await transformVerified(svg, options, verify);
    if (!value) return { code: diagnostics.find(({ severity }) => severity === 'error').code };
    const plain = { id, portable: false };
    const once = await transformIcon(drawingOfSymbol(value.plainSymbol, id), plain);
    const twice = await transformIcon(drawingOfSymbol(once.symbol, id), plain);
    const isStable = twice.symbol === once.symbol;
    // Where text is drawn it stands in an image; the plain symbol is for other layouts.
    const isWritten = value.plainSymbol.includes('<text');
    const symbols = [value.symbol, isWritten ? value.symbol : value.plainSymbol];
    return { code: 'built', symbols, isStable };
  } catch (error) {
    return { code: 'crash', error: String(error.stack) };
  }
}

process.send('ready');
