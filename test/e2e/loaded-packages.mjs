// Preloaded into a process: notes the packages that its modules import, one a line.
import { register } from 'node:module';

const hooks = `
  import { appendFileSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    if (/^[@a-z]/.test(specifier) && !/^(node|file|data):/.test(specifier)) {
      appendFileSync(${JSON.stringify(process.env.PACKAGES_FILE)}, specifier + '\\n');
    }
    return next(specifier, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
