// Plans which modules share a file of dist. Each file that a start opens costs time, and so does each
// byte that it reads but does not use. So modules that are always loaded together share a file, and
// small files are merged if that adds few bytes to any start.

/**
 * Plans the shared files of a bundle.
 *
 * @param modules Map of module id → `{ size, imports, dynamicImports, packages, builtins }`: bytes that
 *   remain of it once unused code is dropped, ids of the modules that it uses, and names of the packages
 *   and of Node's modules that it imports.
 * @param entries Ids of the modules that keep a file of their own.
 * @param costs `{ openedFile, shippedFile, packageSize, builtinSize }`: bytes worth reading in order to
 *   open one file less, and, summed over all entries, in order to ship one file less; bytes that a
 *   package and a module of Node count as, 0 by default. `weightOf(id)` is the share of an entry in such sums, 1 by default. Modules for which
 *   `apart.test(id)` is true share files only with each other, by `apart.shippedFile`.
 * @returns Map of module id → id of the module that its file is named after. Modules that only one
 *   entry loads are missing: they belong to the file of that entry.
 */
export function planChunks(modules, entries, costs) {
  const starts = findStarts(modules, entries);
  const groups = mergeGroups(groupModules(modules, entries, { starts, costs }), modules, {
    starts,
    costs,
  });
  const shared = groups.filter((group) => !group.entry);
  return new Map(
    shared.flatMap((group) => {
      const largest = group.modules.reduce((best, id) =>
        modules.get(id).size > modules.get(best).size ? id : best,
      );
      return group.modules.map((id) => [id, largest]);
    }),
  );
}

/**
 * Finds where loading starts: at entries and at modules that are imported dynamically.
 *
 * @returns Map of module id → `{ reached, loaded }`: ids of the modules that it loads, and of those that
 *   are loaded already when it starts.
 */
function findStarts(modules, entries) {
  const targets = [...modules.values()].flatMap(({ dynamicImports }) => dynamicImports);
  const ids = [...new Set([...entries, ...targets])];
  const reached = new Map(ids.map((id) => [id, closure(modules, id)]));
  const loaded = loadedBefore(modules, entries, reached);
  return new Map(ids.map((id) => [id, { reached: reached.get(id), loaded: loaded.get(id) }]));
}

/** Groups modules that the same starts load first. Each entry is a group, with what only it loads. */
function groupModules(modules, entries, { starts, costs }) {
  const groups = new Map(entries.map((entry) => [entry, { entry, ...emptyGroup() }]));
  for (const [id, { size, packages, builtins }] of modules) {
    const users = [...starts.keys()].filter((start) => starts.get(start).reached.has(id));
    const owner = [id, ...(users.length === 1 ? users : [])].find((each) => groups.has(each));
    const loaders = users.filter((start) => !starts.get(start).loaded.has(id));
    const isApart = costs.apart?.test(id) ?? false;
    const key = entries.includes(owner) ? owner : [isApart, ...loaders.sort()].join();
    const group = groups.get(key) ?? { isApart, ...emptyGroup() };
    group.modules.push(id);
    group.size += size;
    for (const name of packages) group.packages.add(name);
    for (const name of builtins) group.builtins.add(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function emptyGroup() {
  return { modules: [], size: 0, packages: new Set(), builtins: new Set() };
}

/**
 * Finds what is loaded before each entry. When code is imported dynamically, all code that imports it
 * is loaded already, with what that uses.
 */
function loadedBefore(modules, entries, reached) {
  const starts = [...reached.keys()];
  const importers = new Map(
    starts.map((start) => [
      start,
      starts.filter((other) =>
        [...reached.get(other)].some((id) => modules.get(id).dynamicImports.includes(start)),
      ),
    ]),
  );
  const everything = new Set(modules.keys());
  const loaded = new Map(
    starts.map((start) => [start, entries.includes(start) ? new Set() : everything]),
  );
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const start of starts) {
      const before = loaded.get(start);
      const after = importers
        .get(start)
        .map((other) => union(reached.get(other), loaded.get(other)))
        .reduce(intersection, before);
      if (after.size < before.size) isStable = false;
      loaded.set(start, after);
    }
  }
  return loaded;
}

function closure(modules, start) {
  const ids = new Set([start]);
  // The loop also visits what it adds.
  for (const id of ids) for (const imported of modules.get(id).imports) ids.add(imported);
  return ids;
}

/** Merges the two groups that gain most, until no two gain anything. */
function mergeGroups(groups, modules, context) {
  const gainOf = gains(groups, modules, context);
  const best = pairsOf(groups.filter((group) => !group.entry))
    .filter(([a, b]) => a.isApart === b.isApart)
    .map(([a, b]) => ({ a, b, gain: gainOf(a, b) }))
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain)
    .map(({ a, b }) => [merge(a, b), ...groups.filter((each) => each !== a && each !== b)])
    .find((merged) => !isInCycle(merged[0], merged, modules));
  return best ? mergeGroups(best, modules, context) : groups;
}

function pairsOf(items) {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b]));
}

/** Returns a function of two groups: bytes that their merge saves, less those that starts then read. */
function gains(groups, modules, { starts, costs }) {
  const { openedFile, packageSize = 0, builtinSize = 0, weightOf = () => 1 } = costs;
  const owners = ownersOf(groups);
  const reach = new Map(groups.map((group) => [group, groupClosure(group, owners, modules)]));
  const sizeOf = ({ size, packages, builtins }) =>
    size + packageSize * packages.size + builtinSize * builtins.size;
  const loads = [...starts].map(([id, { reached, loaded }]) => {
    const groupsOf = (ids) =>
      new Set([...ids].flatMap((each) => [...(reach.get(owners.get(each)) ?? [])]));
    const before = groupsOf(loaded);
    const after = union(before, groupsOf(reached));
    const added = groups.map((group) =>
      [...reach.get(group)].reduce((sum, each) => sum + (after.has(each) ? 0 : sizeOf(each)), 0),
    );
    return { weight: weightOf(id), before, after, added };
  });
  const indexes = new Map(groups.map((group, index) => [group, index]));
  return (a, b) => {
    let gain = (a.isApart ? costs.apart : costs).shippedFile;
    for (const { weight, before, after, added } of loads) {
      if (after.has(a) !== after.has(b)) gain -= weight * added[indexes.get(after.has(a) ? b : a)];
      else if (after.has(a) && !before.has(a) && !before.has(b)) gain += weight * openedFile;
    }
    return gain;
  };
}

/** Group of each module. */
function ownersOf(groups) {
  return new Map(groups.flatMap((group) => group.modules.map((id) => [id, group])));
}

/** Groups that load with a group. */
function groupClosure(start, owners, modules) {
  const found = new Set([start]);
  // The loop also visits what it adds.
  for (const group of found)
    for (const id of group.modules)
      for (const imported of modules.get(id).imports) found.add(owners.get(imported));
  return found;
}

function merge(a, b) {
  return {
    isApart: a.isApart,
    modules: [...a.modules, ...b.modules],
    size: a.size + b.size,
    packages: union(a.packages, b.packages),
    builtins: union(a.builtins, b.builtins),
  };
}

/** Checks if imports lead from a group through others back to it; such modules run in a wrong order. */
function isInCycle(start, groups, modules) {
  const owners = ownersOf(groups);
  const visited = new Set();
  const queue = [start];
  for (let group = queue.pop(); group; group = queue.pop()) {
    for (const id of group.modules.flatMap((each) => modules.get(each).imports)) {
      const next = owners.get(id);
      if (next === group || visited.has(next)) continue;
      if (next === start) return true;
      visited.add(next);
      queue.push(next);
    }
  }
  return false;
}

function union(a, b) {
  return new Set([...a, ...b]);
}

function intersection(a, b) {
  return new Set([...a].filter((each) => b.has(each)));
}
