import { addProperty } from '../edit/add-to-json.ts';
import type { Project } from './project.ts';

const BUILD = 'iconloom build';
/** Name of the script that builds the icons. */
export const SCRIPT = 'icons';

/** Change of the scripts of a project without a plugin. */
export interface ScriptChanges {
  /** New text of package.json; `undefined` if nothing is added. */
  readonly contents: string | undefined;
  /** Names of the scripts that are added. */
  readonly added: readonly string[];
  /** Steps for a person, if a name is taken or a hook does not run. */
  readonly told: readonly string[];
}

/** Adds a script that builds the icons, and a hook that runs it before the project's build. */
export function addScripts(project: Project): ScriptChanges {
  const { scripts, packageText, packageManager } = project;
  if (packageText === undefined) return { contents: undefined, added: [], told: [] };
  if (Object.values(scripts).some((script) => script.includes(BUILD))) {
    return { contents: undefined, added: [], told: [] };
  }
  const isTaken = scripts[SCRIPT] !== undefined;
  const wanted = isTaken ? [] : [[SCRIPT, BUILD] as const];
  const told = isTaken ? [`add a script that runs \`${BUILD}\` ('${SCRIPT}' is taken)`] : [];
  if (scripts.build !== undefined) {
    const { runsPreScripts } = packageManager;
    if (runsPreScripts && scripts.prebuild === undefined) {
      wanted.push(['prebuild', isTaken ? BUILD : packageManager.run(SCRIPT)] as never);
    } else told.push(`run \`${BUILD}\` before the script 'build'`);
  }
  let contents = packageText;
  const added: string[] = [];
  for (const [name, script] of wanted) {
    const more = addProperty(contents, ['scripts', name], script);
    if (more === undefined) continue;
    contents = more;
    added.push(name);
  }
  return { contents: added.length > 0 ? contents : undefined, added, told };
}
