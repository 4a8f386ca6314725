import { join, normalize } from 'node:path/posix';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { suggestion } from '../core/suggest.ts';
import { type ProjectInfo, readProject } from '../init/project.ts';
import { findWorkspacePackages, type WorkspacePackage } from '../init/workspace.ts';
import { askChoice } from './ask.ts';

/** Project to set up, and its folder. */
export interface ChosenApp {
  readonly project: ProjectInfo;
  /** Folder of the app in the workspace; `undefined` if it is the working folder. */
  readonly app: string | undefined;
}

/**
 * Finds the app to set up: the working folder, or one of its packages if it is a workspace.
 *
 * @param wanted folder or name of a package
 * @param asks whether questions can be asked
 * @throws {BuildError} when several are possible, or none has that name.
 */
export async function chooseApp(
  folder: string,
  { wanted, asks }: { readonly wanted: string | undefined; readonly asks: boolean },
): Promise<ChosenApp> {
  const root = readProject(folder);
  const members = findWorkspacePackages(root);
  if (!members) {
    if (wanted === undefined || normalize(`${wanted}/`) === './') return chosen(root, '.');
    return refuse(wanted, ['.']);
  }
  if (wanted !== undefined) return chosen(root, memberCalled(wanted, members).folder);
  const apps = members.filter(({ isApp }) => isApp);
  const choices = (apps.length > 0 ? apps : members.slice(1)).map(({ folder }) => folder);
  const [only] = choices;
  // Without packages, only the root can be meant.
  if (only === undefined) return chosen(root, '.');
  if (apps.length === 1) return chosen(root, only);
  if (asks) return chosen(root, await askChoice('Which app?', choices));
  const what = apps.length > 0 ? 'with several apps' : 'without an app; its packages are';
  const args = { what, choices: choices.join(', '), first: only };
  throw new BuildError([diagnose('app-unclear', { file: 'command line', args })]);
}

function chosen(root: ProjectInfo, folder: string): ChosenApp {
  if (folder === '.') return { project: root, app: undefined };
  return { project: readProject(join(root.folder, folder)), app: folder };
}

/** @throws {BuildError} when no package has that folder or name. */
function memberCalled(wanted: string, members: readonly WorkspacePackage[]): WorkspacePackage {
  const folder = normalize(wanted.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
  const found =
    members.find((each) => each.folder === folder) ?? members.find(({ name }) => name === wanted);
  return (
    found ??
    refuse(
      wanted,
      members.map((each) => each.folder),
    )
  );
}

function refuse(wanted: string, known: readonly string[]): never {
  const args = {
    ...{ key: 'app', expected: `one of ${known.join(', ')}`, received: JSON.stringify(wanted) },
    suggestion: suggestion(wanted, known),
  };
  throw new BuildError([diagnose('invalid-option', { file: 'command line', args })]);
}
