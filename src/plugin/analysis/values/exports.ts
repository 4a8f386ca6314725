import type { AnyNode } from 'acorn';
import { identifiersIn } from '../../../code/patterns.ts';
import {
  type AppModule,
  type Evaluator,
  type PossibleValues,
  type StaticValue,
  unionOf,
} from './model.ts';

/** Evaluates an export; `*` is the namespace. */
export function exportedValues(
  module: AppModule,
  name: string,
  evaluator: Evaluator,
): PossibleValues {
  const { body } = module.code.program;
  if (name === '*') return [namespaceOf(module, evaluator)];
  const stars: string[] = [];
  for (const statement of body) {
    switch (statement.type) {
      case 'ExportDefaultDeclaration': {
        if (name !== 'default') break;
        const { declaration } = statement;
        return evaluator.values(declaration as AnyNode, module);
      }
      case 'ExportAllDeclaration': {
        const source = String(statement.source.value);
        if (!statement.exported) stars.push(source);
        else if (textOf(statement.exported) === name)
          return evaluator.imported(module, source, '*');
        break;
      }
      case 'ExportNamedDeclaration': {
        for (const { local, exported } of statement.specifiers) {
          if (textOf(exported) !== name) continue;
          return statement.source
            ? evaluator.imported(module, String(statement.source.value), textOf(local))
            : evaluator.variable(textOf(local), module);
        }
        if (statement.declaration && declares(statement.declaration, name)) {
          return evaluator.variable(name, module);
        }
        break;
      }
    }
  }
  // JSON modules also export each key by name.
  if (module.file.endsWith('.json') && name !== 'default') {
    const whole = exportedValues(module, 'default', evaluator);
    return whole?.[0]?.kind === 'object' ? whole[0].member(name) : undefined;
  }
  if (name === 'default') return undefined;
  const found = stars.map((source) => evaluator.imported(module, source, name));
  return found.find((values) => values !== undefined);
}

function namespaceOf(module: AppModule, evaluator: Evaluator): StaticValue {
  const names = () => exportedNames(module);
  const member = (key: string) => exportedValues(module, key, evaluator);
  return {
    kind: 'object',
    member: (key) => {
      if (key !== undefined) return member(key);
      const all = names();
      return all && unionOf(all.map(member));
    },
    keys: () => undefined,
  };
}

/** Names of all exports; `undefined` if the module has `export *`. */
function exportedNames({ code }: AppModule): readonly string[] | undefined {
  const names: string[] = [];
  for (const statement of code.program.body) {
    if (statement.type === 'ExportAllDeclaration') return undefined;
    if (statement.type === 'ExportDefaultDeclaration') names.push('default');
    if (statement.type !== 'ExportNamedDeclaration') continue;
    names.push(...statement.specifiers.map(({ exported }) => textOf(exported)));
    if (statement.declaration) names.push(...declaredNames(statement.declaration));
  }
  return names;
}

function declares(declaration: AnyNode, name: string): boolean {
  return declaredNames(declaration).includes(name);
}

function declaredNames(declaration: AnyNode): readonly string[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => identifiersIn(id).map(({ name }) => name));
  }
  const { id } = declaration as { readonly id?: { readonly name?: string } | null };
  return id?.name === undefined ? [] : [id.name];
}

function textOf(node: { readonly name?: string; readonly value?: unknown }): string {
  return node.name ?? String(node.value);
}
