import type { AnyNode, Pattern } from 'acorn';
import { identifiersIn } from '../../../code/patterns.ts';
import {
  type AppModule,
  type Evaluator,
  elementsOf,
  listOf,
  mapValues,
  membersOf,
  type PossibleValues,
  type StaticValue,
  textsOf,
  unionOf,
} from './model.ts';

/** Evaluates a variable that a destructuring pattern declares. */
export function destructured(
  pattern: Pattern,
  name: string,
  whole: () => PossibleValues,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const isOnce = identifiersIn(pattern).filter((each) => each.name === name).length < 2;
  if (!isOnce) return undefined;
  const destructure = (inner: Pattern, from: () => PossibleValues) =>
    destructured(inner, name, from, module, evaluator);
  switch (pattern.type) {
    case 'Identifier':
      return whole();
    case 'AssignmentPattern':
      return destructure(pattern.left, () =>
        unionOf([whole(), evaluator.values(pattern.right as AnyNode, module)]),
      );
    case 'RestElement':
      return destructure(pattern.argument, whole);
    case 'ObjectPattern': {
      const property = pattern.properties.find((each) =>
        declares(each.type === 'RestElement' ? each.argument : each.value, name),
      );
      if (!property) return undefined;
      if (property.type === 'RestElement') return destructure(property.argument, whole);
      const { key, computed, value } = property;
      const keys = computed
        ? textsOf(evaluator.values(key, module))
        : [key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : ''];
      return destructure(value, () => {
        const all = whole();
        return keys ? unionOf(keys.map((each) => membersOf(all, each))) : membersOf(all, undefined);
      });
    }
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((each) => each && declares(each, name));
      const element = pattern.elements[index];
      if (!element) return undefined;
      if (element.type === 'RestElement')
        return destructure(element.argument, () => restOf(whole()));
      return destructure(element, () => elementsOf(whole(), index));
    }
    default:
      return undefined;
  }
}

/** Elements that a rest element collects; a superset, since the order is unknown. */
function restOf(values: PossibleValues): PossibleValues {
  return mapValues(values, (value): readonly StaticValue[] | undefined =>
    value.kind === 'list' ? [listOf(() => value.at(undefined))] : undefined,
  );
}

function declares(pattern: Pattern, name: string): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return pattern.name === name;
    case 'AssignmentPattern':
      return declares(pattern.left, name);
    case 'RestElement':
      return declares(pattern.argument, name);
    case 'ObjectPattern':
      return pattern.properties.some((each) =>
        declares(each.type === 'RestElement' ? each.argument : each.value, name),
      );
    case 'ArrayPattern':
      return pattern.elements.some((each) => each !== null && declares(each, name));
    default:
      return false;
  }
}
