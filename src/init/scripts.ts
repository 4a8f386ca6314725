import { addProperty } from '../edit/add-to-json.ts';
import type { ProjectInfo } from './project.ts';

const BUILD_COMMAND = 'iconloom build';
/** Name of the script that builds the icons. */
export const SCRIPT_NAME = 'icons';

/** Change of the scripts of a project without a plugin. */
export interface ScriptChanges {
  /** New text of package.json; `undefined` if nothing is added. */
  readonly contents: string | undefined;
  /** Names of the scripts that are added. */
  readonly added: readonly string[];
  /** Steps for a person, if a name is taken or a hook does not run. */
  readonly manualSteps: readonly string[];
}

/** Adds a script that builds the icons, and a hook that runs it before the project's build. */
export function addScripts(project: ProjectInfo): ScriptChanges {
  const { scripts, packageText, packageManager } = project;
  if (packageText === undefined) return { contents: undefined, added: [], manualSteps: [] };
  if (Object.values(scripts).some((script) => script.includes(BUILD_COMMAND))) {
    return { contents: undefined, added: [], manualSteps: [] };
  }
  const isNameTaken = scripts[SCRIPT_NAME] !== undefined;
  const newScripts = isNameTaken ? [] : [[SCRIPT_NAME, BUILD_COMMAND] as const];
  const manualSteps = isNameTaken
    ? [`add a script that runs \`${BUILD_COMMAND}\` ('${SCRIPT_NAME}' is taken)`]
    : [];
  if (scripts.build !== undefined) {
    const { runsPreScripts } = packageManager;
    if (runsPreScripts && scripts.prebuild === undefined) {
      newScripts.push([
        'prebuild',
        isNameTaken ? BUILD_COMMAND : packageManager.run(SCRIPT_NAME),
      ] as never);
    } else manualSteps.push(`run \`${BUILD_COMMAND}\` before the script 'build'`);
  }
  let contents = packageText;
  const added: string[] = [];
  for (const [name, script] of newScripts) {
    const edited = addProperty(contents, ['scripts', name], script);
    if (edited === undefined) continue;
    contents = edited;
    added.push(name);
  }
  return { contents: added.length > 0 ? contents : undefined, added, manualSteps };
}
