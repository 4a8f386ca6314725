import { spawn } from 'node:child_process';

type OpenCommand = readonly [program: string, ...args: string[]];

/** Opens a URL in the default browser. Without one, nothing happens. */
export function openInBrowser(url: string): void {
  const [program, ...args] = commandFor(url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function commandFor(url: string): OpenCommand {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
