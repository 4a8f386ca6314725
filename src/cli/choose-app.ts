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
 * @param requested folder or name of a package, from `--app`
 * @param interactive true if questions can be asked
 * @throws {BuildError} when several are possible, or none has that name.
 */
export async function chooseApp(
  folder: string,
  {
    requested,
    interactive,
  }: { readonly requested: string | undefined; readonly interactive: boolean },
): Promise<ChosenApp> {
  const root = readProject(folder);
  const members = findWorkspacePackages(root);
  if (!members) {
    if (requested === undefined || normalize(`${requested}/`) === './') return chosen(root, '.');
    return rejectApp(requested, ['.']);
  }
  if (requested !== undefined) return chosen(root, findMember(requested, members).folder);
  const apps = members.filter(({ isApp }) => isApp);
  const choices = (apps.length > 0 ? apps : members.slice(1)).map(({ folder }) => folder);
  const [only] = choices;
  // Without packages, only the root can be meant.
  if (only === undefined) return chosen(root, '.');
  if (apps.length === 1) return chosen(root, only);
  if (interactive) return chosen(root, await askChoice('Which app?', choices));
  const what = apps.length > 0 ? 'with several apps' : 'without an app; its packages are';
  const args = { what, choices: choices.join(', '), first: only };
  throw new BuildError([diagnose('app-unclear', { file: 'command line', args })]);
}

function chosen(root: ProjectInfo, folder: string): ChosenApp {
  if (folder === '.') return { project: root, app: undefined };
  return { project: readProject(join(root.folder, folder)), app: folder };
}

/** @throws {BuildError} when no package has that folder or name. */
function findMember(requested: string, members: readonly WorkspacePackage[]): WorkspacePackage {
  const folder = normalize(requested.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
  const found =
    members.find((each) => each.folder === folder) ??
    members.find(({ name }) => name === requested);
  return (
    found ??
    rejectApp(
      requested,
      members.map((each) => each.folder),
    )
  );
}

function rejectApp(requested: string, folders: readonly string[]): never {
  const args = {
    ...{
      key: 'app',
      expected: `one of ${folders.join(', ')}`,
      received: JSON.stringify(requested),
    },
    suggestion: suggestion(requested, folders),
  };
  throw new BuildError([diagnose('invalid-option', { file: 'command line', args })]);
}
