import type { CallSite } from './call-site.ts';
import {
  elementsOf,
  listOf,
  mapValues,
  membersOf,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  unionOf,
} from './model.ts';

/** Evaluates a call of a method of `Object` or `Array`. */
export function globalCall(site: CallSite, object: string, method: string): PossibleValues {
  if (object === 'Array') return method === 'from' ? arrayFrom(site) : undefined;
  const values = site.argument(0);
  switch (method) {
    case 'freeze':
      return values;
    case 'values':
      return values && [listOf(() => allMembers(values))];
    case 'keys':
      return values && [listOf(() => keysOf(values))];
    case 'entries':
      return values && [listOf(() => [pairOf(keysOf(values), allMembers(values))])];
    default:
      return undefined;
  }
}

function arrayFrom(site: CallSite): PossibleValues {
  const lists = mapValues(site.argument(0), (value) => [listOf(() => elementsOf([value]))]);
  if (site.argumentCount === 1) return lists;
  return lists && [listOf(() => site.argumentResults(1))];
}

/** Evaluates a call of a method of a list, box or object. */
export function methodCall(site: CallSite, values: PossibleValues, method: string): PossibleValues {
  return mapValues(values, (value): PossibleValues => {
    if (value.kind === 'box' && method === 'get') return value.content();
    if (value.kind === 'list') return listMethodCall(site, () => value.at(undefined), method);
    const methods = membersOf([value], method);
    return value.kind === 'object' ? site.evaluator.callResults(methods) : undefined;
  });
}

function listMethodCall(
  site: CallSite,
  elements: () => PossibleValues,
  method: string,
): PossibleValues {
  switch (method) {
    case 'find':
    case 'findLast':
    case 'at':
      return unionOf([elements(), NOTHING]);
    case 'map':
      return [listOf(() => site.argumentResults(0))];
    case 'flatMap':
      return [listOf(() => flattened(site.argumentResults(0)))];
    case 'flat':
      return [listOf(() => flattened(elements()))];
    case 'filter':
    case 'slice':
    case 'sort':
    case 'reverse':
    case 'toSorted':
    case 'toReversed':
    case 'values':
      return [listOf(elements)];
    case 'concat':
      return [listOf(() => unionOf([elements(), ...addedByConcat(site)]))];
    default:
      return undefined;
  }
}

function addedByConcat(site: CallSite): readonly PossibleValues[] {
  return site.node.arguments.map((_, index) => flattened(site.argument(index)));
}

function flattened(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'list' ? value.at(undefined) : [value]));
}

function allMembers(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) =>
    value.kind === 'list' ? value.at(undefined) : membersOf([value], undefined),
  );
}

function keysOf(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => {
    if (value.kind === 'object') return value.keys();
    return value.kind === 'list' ? NOTHING : undefined;
  });
}

function pairOf(first: PossibleValues, second: PossibleValues): StaticValue {
  const pair = [first, second];
  return {
    kind: 'list',
    at: (index) => (index === undefined ? unionOf(pair) : index in pair ? pair[index] : []),
  };
}
