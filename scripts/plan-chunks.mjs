// Plans which modules share a file of dist. Each file that a start opens costs time, and so does each
// byte that it reads but does not use. So modules that are always loaded together share a file, and
// small files are merged if that adds few bytes to any start.

/**
 * Plans the shared files of a bundle.
 *
 * @param modules Map of module id → `{ size, imports, dynamicImports }`: bytes that remain of it once
 *   unused code is dropped, and ids of the modules that it uses.
 * @param entries Ids of the modules that keep a file of their own.
 * @param costs `{ openedFile, shippedFile }`: bytes worth reading in order to open one file less, and,
 *   summed over all entries, in order to ship one file less. `weightOf(id)` is the share of an entry in
 *   such sums, 1 by default. Modules for which `apart.test(id)` is true share files only with each
 *   other, by `apart.shippedFile`.
 * @returns Map of module id → id of the module that its file is named after. Modules that only one
 *   entry loads are missing: they belong to the file of that entry.
 */
export function planChunks(modules, entries, costs) {
  const groups = mergeGroups(groupModules(modules, entries, costs), modules, costs);
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

/** Groups modules that the same entries load first. Each entry is a group, with what only it loads. */
function groupModules(modules, entries, costs) {
  const targets = [...modules.values()].flatMap(({ dynamicImports }) => dynamicImports);
  const starts = [...new Set([...entries, ...targets])];
  const reached = new Map(starts.map((start) => [start, closure(modules, start)]));
  const loaded = loadedBefore(modules, entries, reached);

  const groups = new Map(entries.map((entry) => [entry, { entry, modules: [], size: 0 }]));
  for (const [id, { size }] of modules) {
    const users = starts.filter((start) => reached.get(start).has(id));
    const owner = [id, ...(users.length === 1 ? users : [])].find((each) => groups.has(each));
    const loaders = users.filter((start) => !loaded.get(start).has(id));
    const isApart = costs.apart?.test(id) ?? false;
    const key = entries.includes(owner) ? owner : [isApart, ...loaders.sort()].join();
    const group = groups.get(key) ?? { loaders: new Set(loaders), isApart, modules: [], size: 0 };
    group.modules.push(id);
    group.size += size;
    groups.set(key, group);
  }
  return [...groups.values()];
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
function mergeGroups(groups, modules, costs) {
  const best = pairsOf(groups.filter((group) => !group.entry))
    .filter(([a, b]) => a.isApart === b.isApart)
    .map(([a, b]) => ({ a, b, gain: gainOf(a, b, costs) }))
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain)
    .map(({ a, b }) => [merge(a, b), ...groups.filter((each) => each !== a && each !== b)])
    .find((merged) => !isInCycle(merged[0], merged, modules));
  return best ? mergeGroups(best, modules, costs) : groups;
}

function pairsOf(items) {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b]));
}

function gainOf(a, b, costs) {
  const { openedFile, weightOf = () => 1 } = costs;
  const { shippedFile } = a.isApart ? costs.apart : costs;
  const weight = (loaders) => [...loaders].reduce((sum, id) => sum + weightOf(id), 0);
  const both = weight(intersection(a.loaders, b.loaders));
  const added = (weight(a.loaders) - both) * b.size + (weight(b.loaders) - both) * a.size;
  return shippedFile + both * openedFile - added;
}

function merge(a, b) {
  return {
    loaders: union(a.loaders, b.loaders),
    isApart: a.isApart,
    modules: [...a.modules, ...b.modules],
    size: a.size + b.size,
  };
}

/** Checks if imports lead from a group through others back to it; such modules run in a wrong order. */
function isInCycle(start, groups, modules) {
  const owners = new Map(groups.flatMap((group) => group.modules.map((id) => [id, group])));
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
