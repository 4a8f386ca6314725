// One process that runs the command line again and again: only the first call pays for its start.
// What a process of its own decides (streams, signals, its end) is tested by `runWith`.
import { createProgram } from '../../dist/cli/program.js';
import { reportCrash } from '../../dist/cli/report/crash.js';
import { EXIT } from '../../dist/cli/exit.js';

/** Thrown in place of the end of the process. */
class Exit {
  constructor(code) {
    this.code = code;
  }
}

process.exit = (code) => {
  throw new Exit(code ?? process.exitCode ?? 0);
};

const printed = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr']) {
  process[name].write = (chunk, ...rest) => {
    printed[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    rest.find((each) => typeof each === 'function')?.();
    return true;
  };
}

async function call({ cwd, args, env }) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await createProgram().parseAsync([process.execPath, 'iconloom', ...args]);
  } catch (error) {
    if (error instanceof Exit) process.exitCode = error.code;
    else {
      reportCrash(error);
      process.exitCode = EXIT.bug;
    }
  }
  const result = { code: process.exitCode ?? 0, ...printed };
  Object.assign(printed, { stdout: '', stderr: '' });
  process.exitCode = undefined;
  return result;
}

process.on('message', async (message) => process.send(await call(message)));
