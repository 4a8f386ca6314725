import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import {
  exportedObject,
  resolve as follow,
  NotEditable,
  propertyOf,
} from '../edit/config-object.ts';
import {
  child,
  children,
  keyOf,
  type ParsedSource,
  parseJson,
  parseModule,
  propertyValue,
  type SyntaxNode,
  stringOf,
} from '../edit/parse.ts';
import { type Replacement, removeItem, replaceAll, replaceString } from '../edit/replace.ts';

/** Configuration file with changed aliases. */
export interface ConfigEdit {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: string;
}

interface AliasRename {
  readonly from: string;
  readonly to: string;
  readonly keepsAlias: boolean;
}

/**
 * Changes the aliases in the configuration to the new name. An alias that equals the new name
 * becomes the old name, or is removed.
 */
export async function editConfigAliases(
  config: ResolvedConfig,
  rename: AliasRename,
): Promise<{ readonly edit?: ConfigEdit; readonly diagnostics: readonly Diagnostic[] }> {
  const affected = Object.entries(config.aliases).filter(([, name]) => name === rename.from);
  if (affected.length === 0) return { diagnostics: [] };
  const path = resolve(config.cwd, config.configFile);
  const file = config.configFile;
  const notEdited = (reason: string) => {
    const aliases = affected.map(([alias]) => `${alias}: '${rename.to}'`).join(', ');
    const fix = `Write under aliases: ${aliases}.`;
    return { diagnostics: [diagnose('config-not-edited', { file, args: { reason, fix } })] };
  };
  if (!existsSync(path)) return notEdited('is not a file');
  const before = readFileSync(path);
  const text = before.toString('utf8');
  try {
    const { parsed, aliases } = await findAliasesObject(text, basename(path));
    const replacements = aliasReplacements(parsed, aliases, rename);
    return { edit: { path, before, after: replaceAll(text, replacements) }, diagnostics: [] };
  } catch (error) {
    if (error instanceof NotEditable) return notEdited(error.message);
    throw error;
  }
}

async function findAliasesObject(
  text: string,
  name: string,
): Promise<{ readonly parsed: ParsedSource; readonly aliases: SyntaxNode }> {
  const parsed = name.endsWith('.json') ? parseJson(text) : await parseModule(text);
  if (!parsed) throw new NotEditable('has a syntax error');
  if (name.endsWith('.json')) {
    const owner = name === 'package.json' ? propertyValue(parsed.root, 'iconloom') : parsed.root;
    const aliases = owner && propertyValue(owner, 'aliases');
    if (!aliases) throw new NotEditable('does not contain the aliases itself');
    return { parsed, aliases };
  }
  const object = exportedObject(parsed.root);
  const property = propertyOf(object.node, 'aliases');
  const value = property && child(property, 'value');
  if (!value) throw new NotEditable('does not contain the aliases itself');
  return { parsed, aliases: follow({ node: value, scopes: object.scopes }).node };
}

function aliasReplacements(
  parsed: ParsedSource,
  aliases: SyntaxNode,
  { from, to, keepsAlias }: AliasRename,
): readonly Replacement[] {
  const properties = children(aliases, 'properties');
  const changes = properties.flatMap((property): readonly Replacement[] => {
    const [key, value] = [child(property, 'key'), child(property, 'value')];
    if (!key || !value || stringOf(value) !== from) return [];
    if (keyOf(property) !== to) return [replaceString(parsed.text, value, to)];
    if (!keepsAlias) return [removeItem(parsed, properties, property)];
    return [replaceString(parsed.text, key, from), replaceString(parsed.text, value, to)];
  });
  if (changes.length > 0) return changes;
  throw new NotEditable('has its aliases in an unsupported form');
}
