// One process that runs the command line again and again: only the first call pays for its start.
// What a process of its own decides (streams, signals, its end) is tested with processes.
import { writeFileSync } from 'node:fs';
import { createProgram, EXIT } from '../../dist/cli/program.js';
import { reportCrash } from '../../dist/cli/report/crash.js';

/** Thrown in place of the end of the process. */
class Exit {
  constructor(code) {
    this.code = code;
  }
}

process.exit = (code) => {
  throw new Exit(code ?? process.exitCode ?? 0);
};

let printed;
for (const name of ['stdout', 'stderr']) {
  process[name].write = (chunk, ...rest) => {
    printed[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    rest.find((each) => typeof each === 'function')?.();
    return true;
  };
}

async function run({ cwd, args, env }) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.exitCode = undefined;
  printed = { stdout: '', stderr: '' };
  try {
    await createProgram().parseAsync([process.execPath, 'iconloom', ...args]);
  } catch (error) {
    if (error instanceof Exit) process.exitCode = error.code;
    else {
      reportCrash(error);
      process.exitCode = EXIT.bug;
    }
  }
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { code, ...printed };
}

/** What earlier calls have left must not count for the next. */
function forgetPeak() {
  globalThis.gc();
  try {
    // Linux alone can; elsewhere the peak of a call is that of all up to it.
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {}
}

process.on('message', async (call) => {
  if (call.isMeasured) forgetPeak();
  const start = performance.now();
  const startCpu = process.cpuUsage();
  const result = await run(call);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);
  const cpuSeconds = (user + system) / 1e6;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send({ ...result, seconds, cpuSeconds, megabytes });
});
