// Preloaded into a process: notes the packages that its modules import or contain, one a line.
import { register } from 'node:module';

/** Text of bundled packages. */
const SIGNS = {
  commander: 'commander.unknownOption',
  'texts of the help': 'Examples:',
  'fast-glob': 'merge2',
  'fastest-levenshtein': 'peq[',
  fflate: 'freb',
  lilconfig: 'searchPlaces',
  picomatch: 'Expected pattern to be a non-empty string',
  picocolors: 'isColorSupported',
  valibot: 'kind: "schema"',
};

const hooks = `
  import { appendFileSync, readFileSync } from 'node:fs';
  const note = (name) => appendFileSync(${JSON.stringify(process.env.PACKAGES_FILE)}, name + '\\n');
  export async function resolve(specifier, context, next) {
    if (/^[@a-z]/.test(specifier) && !/^(node|file|data):|^module$/.test(specifier)) note(specifier);
    return next(specifier, context);
  }
  export async function load(url, context, next) {
    if (/\\/dist\\/(?:chunks|cli)\\//.test(url)) {
      const code = readFileSync(new URL(url), 'utf8');
      for (const [name, text] of Object.entries(${JSON.stringify(SIGNS)})) {
        if (code.includes(text)) note(name);
      }
    }
    return next(url, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
