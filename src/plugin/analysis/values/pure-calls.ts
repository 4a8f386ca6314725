/** Methods that change their object. */
const MUTATING_METHODS =
  /^(push|pop|shift|unshift|splice|fill|copyWithin|set|add|delete|clear|assign|update)$/;

/** Methods that only change the order of a list. */
const REORDERING_METHODS = /^(sort|reverse)$/;

/** Methods whose result holds elements of their object, or is it. */
const RETURNING_ELEMENTS =
  /^(at|concat|entries|filter|find|findLast|flat|flatMap|get|map|reverse|slice|sort|then|toReversed|toSorted|values|valueOf)$/;

/** Built-in functions that never change their arguments. */
const PURE_BUILTINS =
  /^(keys|values|entries|freeze|fromEntries|hasOwn|from|isArray|log|stringify|Set|Map|String|Boolean)$/;

/** Functions of frameworks that never change their arguments. */
const PURE_HELPERS =
  /^(renderList|ssrRenderList|each|ensure_array_like|get|unref|toValue|computed|useMemo|createMemo|ref|shallowRef|readonly|proxy|mergeProps|normalizeProps|guardReactiveProps|spread_props|toDisplayString)$/;

/** Methods of lists that never change their arguments. */
const PURE_METHODS = /^(concat|includes|indexOf|lastIndexOf)$/;

/** Checks that a method changes the object that it is called on. */
export function isMutatingMethod(
  method: string,
  { allowsReordering }: { readonly allowsReordering: boolean },
): boolean {
  return MUTATING_METHODS.test(method) || (REORDERING_METHODS.test(method) && !allowsReordering);
}

/** Checks that the result of a method holds elements of its object, or is it. */
export function returnsElements(method: string): boolean {
  return RETURNING_ELEMENTS.test(method);
}

/** Checks that a built-in function of this name never changes its arguments. */
export function isPureBuiltin(name: string): boolean {
  return PURE_BUILTINS.test(name);
}

/** Checks that a framework's function of this name never changes its arguments. */
export function isPureHelper(name: string): boolean {
  return PURE_HELPERS.test(name);
}

/** Checks that a list's method of this name never changes its arguments. */
export function isPureListMethod(name: string): boolean {
  return PURE_METHODS.test(name);
}
