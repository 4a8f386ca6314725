import { basename } from 'node:path';
import { dirname } from 'node:path/posix';
import { templatePrefix } from '../../core/symbol-ids.ts';
import { replaceStringAt } from '../../edit/change-json.ts';
import { parseJson } from '../../edit/parse.ts';
import { type SyntaxNode, stringLiteral } from '../../rename/code/syntax.ts';
import { propertyValue } from '../evaluate.ts';
import { readProjectFile, type Workspace } from '../workspace.ts';

/** Inputs and output of a call of svg-sprite. */
interface SpriteCall {
  /** Input folders. */
  readonly folders: readonly string[];
  /** Path of the sprite. */
  readonly sprite: string;
  /** Template of the ids. */
  readonly ids: string;
}

/** Flags that have no effect on the icons, and whether a value follows. */
const IGNORED_FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['--symbol-example', false],
  ['--symbol-bust=false', false],
  ['-l', true],
  ['--log', true],
  ['-v', false],
  ['--verbose', false],
]);

/** Plans the migration from svg-sprite in a script of package.json. */
export function migrateSvgSprite(workspace: Workspace): void {
  const { project, settings, cwd } = workspace;
  const manifest = readProjectFile('package.json', cwd);
  if (!manifest) return;
  const scripts = Object.entries(project.scripts).filter(([, script]) =>
    /(^|[\s;&|])svg-sprite(\s|$)/.test(script),
  );
  reportCode(workspace);
  let text = manifest.text ?? '';
  for (const [name, script] of scripts) {
    const offset = Math.max(0, text.indexOf(`"${name}"`));
    const skip = (reason: string) =>
      workspace.addManualStep(manifest, offset, {
        reason,
        instead:
          'Write `iconloom build`, with inputs, out and ids in iconloom.config, and layouts for css, view, defs and stack',
      });
    const commands = script.split(/\s*(&&|;)\s*/);
    const spriteCommands = commands.filter((command) => /^(npx\s+)?svg-sprite\s/.test(command));
    const [command] = spriteCommands;
    if (!command || spriteCommands.length > 1 || settings.options.has('out')) {
      skip('it is called in an unsupported form');
      continue;
    }
    const call = parseCommand(command, workspace);
    if (typeof call === 'string') {
      skip(call);
      continue;
    }
    const changed = replaceStringAt(
      text,
      ['scripts', name],
      script.replace(command, 'iconloom build'),
    );
    if (changed === undefined) continue;
    text = changed;
    for (const folder of call.folders) settings.folders.add(folder);
    settings.ids.add(call.ids);
    const head = templatePrefix(call.ids);
    if (/^[A-Za-z_][\w.-]*$/.test(head)) settings.options.set('prefix', head);
    settings.options.set('out', dirname(call.sprite));
    if (project.has(call.sprite) && basename(call.sprite) !== 'sprite.svg') {
      workspace.addNextStep(`delete ${call.sprite}, which the new sprite replaces`);
    }
    renameLinks(workspace, basename(call.sprite));
  }
  if (text !== manifest.text) {
    const before = manifest.text ?? '';
    const start = [...before].findIndex((character, index) => character !== text[index]);
    let end = before.length;
    let other = text.length;
    while (end > start && other > start && before[end - 1] === text[other - 1]) {
      end -= 1;
      other -= 1;
    }
    workspace.replace(manifest, { start, end, text: text.slice(start, other) });
  }
}

/** Parses a command; returns the reason as a string if it cannot be migrated. */
function parseCommand(command: string, workspace: Workspace): SpriteCall | string {
  const words = (command.match(/"[^"]*"|'[^']*'|[^\s]+/g) ?? []).map((word) =>
    word.replace(/^(["'])(.*)\1$/, '$2'),
  );
  const rest = words.slice(words.indexOf('svg-sprite') + 1);
  const call = {
    dest: '.',
    symbolDest: 'symbol',
    sprite: undefined as string | undefined,
    generator: '%s',
    isSymbol: false,
    inputs: [] as string[],
  };
  for (let index = 0; index < rest.length; index++) {
    const [flag = '', inlineValue] = (rest[index] ?? '').startsWith('--')
      ? (rest[index] ?? '').split(/=(.*)/s)
      : [rest[index] ?? ''];
    const value = () => {
      if (inlineValue === undefined) index += 1;
      return inlineValue ?? rest[index] ?? '';
    };
    if (!flag.startsWith('-')) call.inputs.push(flag);
    else if (flag === '-s' || flag === '--symbol') call.isSymbol = true;
    else if (flag === '-D' || flag === '--dest') call.dest = value();
    else if (flag === '--symbol-dest') call.symbolDest = value();
    else if (flag === '--symbol-sprite' || flag === '--ss') call.sprite = value();
    else if (flag === '--shape-id-generator') call.generator = value();
    else if (flag === '-C' || flag === '--config') {
      const problem = applyConfigFile(value(), call, workspace);
      if (problem !== undefined) return problem;
    } else if (IGNORED_FLAGS.has(flag)) {
      if (IGNORED_FLAGS.get(flag)) value();
    } else return `the flag ${flag} is not supported`;
  }
  if (!call.isSymbol) return 'it does not use the symbol mode';
  if (call.sprite === undefined) return 'it does not name its sprite';
  const folders = call.inputs.map(folderOf);
  if (folders.length === 0 || folders.includes(undefined)) {
    return 'its inputs are not folders, or globs of one folder';
  }
  const parts = call.generator.split('%s');
  if (parts.length > 2 || !/^[\w.:-]*$/.test(parts.join(''))) return 'its ids come from code';
  const ids = parts.length === 2 ? parts.join('[name]') : `${parts[0]}[name]`;
  const sprite = [call.dest, call.symbolDest, call.sprite].filter((each) => each !== '.').join('/');
  return {
    folders: folders as string[],
    sprite: sprite.replace(/\/+/g, '/').replace(/^\.\//, ''),
    ids,
  };
}

/** Folder of a glob: `icons` of `icons/*.svg`. None for a path with `./`, which is part of ids. */
function folderOf(input: string): string | undefined {
  const found = /^([^*?{}[\]!]+?)\/(?:\*\*\/)?\*\.svg$/.exec(input);
  return input.includes('./') ? undefined : found?.[1];
}

/** Applies a JSON configuration; returns the reason as a string if it cannot be migrated. */
function applyConfigFile(
  file: string,
  call: {
    dest: string;
    symbolDest: string;
    sprite: string | undefined;
    generator: string;
    isSymbol: boolean;
  },
  { cwd }: Workspace,
): string | undefined {
  const source = readProjectFile(file, cwd);
  const parsed = parseJson(source?.text ?? '');
  if (!parsed) return `its configuration ${file} is not JSON`;
  const root = parsed.root as unknown as SyntaxNode;
  const mode = propertyValue(root, 'mode');
  const modes = ((mode?.properties ?? []) as SyntaxNode[]).map(
    (each) => stringLiteral(each.key as SyntaxNode)?.value,
  );
  if (modes.length !== 1 || modes[0] !== 'symbol') {
    return `its configuration ${file} has modes other than symbol`;
  }
  const symbol = propertyValue(mode, 'symbol');
  const [text, idOptions] = [
    (name: string, object: SyntaxNode | undefined) =>
      stringLiteral(propertyValue(object, name))?.value,
    propertyValue(propertyValue(root, 'shape'), 'id'),
  ];
  call.isSymbol = true;
  call.dest = text('dest', root) ?? call.dest;
  call.symbolDest = text('dest', symbol) ?? call.symbolDest;
  call.sprite = text('sprite', symbol) ?? call.sprite;
  call.generator = text('generator', idOptions) ?? call.generator;
  const isHashed = propertyValue(symbol, 'bust')?.value === true;
  return isHashed ? 'its sprite has a hash in its name' : undefined;
}

/** Changes links to the new file name of the sprite. */
function renameLinks(workspace: Workspace, file: string): void {
  if (file === 'sprite.svg') return;
  const escaped = file.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const link = new RegExp(`(?<=["'\`(/])${escaped}(?=#|["'\`)?])`, 'g');
  for (const source of workspace.codeFiles) {
    for (const { index } of (source.text ?? '').matchAll(link)) {
      workspace.replace(source, { start: index, end: index + file.length, text: 'sprite.svg' });
    }
  }
}

/** Reports calls in code, as with gulp. */
function reportCode(workspace: Workspace): void {
  for (const source of workspace.codeFiles) {
    const { text = '' } = source;
    const found = /(?:from\s+|require\(\s*)["'](?:gulp-)?svg-sprite["']/.exec(text);
    if (!found) continue;
    workspace.addManualStep(source, found.index, {
      reason: 'it builds the sprite in code',
      instead:
        "Run `iconloom build`, or call build() from 'iconloom', with inputs, out and ids in iconloom.config",
    });
  }
}
