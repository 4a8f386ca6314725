import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const BUILD = new URL('dist/', import.meta.url);
const TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

/**
 * Starts the back end on a free port.
 *
 * @param vite URL of Vite's server, with its base; without it, pages load what was built
 */
export function startBackEnd(vite) {
  const server = createServer(({ url }, response) => {
    try {
      if (url === '/') return send('text/html', page(vite ? served(vite) : built()));
      const file = new URL(url.replace(/^\/build\//, ''), BUILD);
      if (!file.href.startsWith(BUILD.href)) throw new Error('It is not below the build.');
      send(TYPES[file.pathname.split('.').pop()], readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
    function send(type, body) {
      response.writeHead(200, { 'content-type': type }).end(body);
    }
  });
  server.listen(0, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/`);
  });
}

const page = (head) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>iconloom with a back end and Vite</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <main>
      <h1>iconloom with a back end and Vite</h1>
      <p id="icons"></p>
      <p dir="rtl"><button type="button" aria-label="Back" id="back"></button></p>
    </main>
  </body>
</html>
`;

const script = (src) => `<script type="module" src="${src}"></script>`;

function served(vite) {
  return script(`${vite}@vite/client`) + script(`${vite}src/main.js`);
}

function built() {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', BUILD), 'utf8'));
  const { file, css = [] } = manifest['src/main.js'];
  const sheets = css.map((href) => `<link rel="stylesheet" href="/build/${href}">`);
  return sheets.join('') + script(`/build/${file}`);
}

if (import.meta.filename === process.argv[1]) startBackEnd();
