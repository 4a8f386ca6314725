import { isBuiltin } from 'node:module';
import { parse } from 'node:path';
import { planChunks } from './plan-chunks.mjs';

/** Modules of Node that each start loads. */
const STARTED = new Set(
  ['buffer', 'events', 'fs', 'module', 'os', 'path', 'process', 'url', 'util'].map(
    (name) => `node:${name}`,
  ),
);

/**
 * Output options of Rolldown that put modules into the files of {@link planChunks}. The bundle needs
 * `preserveEntrySignatures: 'allow-extension'`; entries are unchanged all the same, since the plan
 * leaves them alone.
 */
export async function splitCode(bundle, costs) {
  const { output } = await bundle.generate({ preserveModules: true, format: 'esm' });
  const idOf = new Map(output.map((chunk) => [chunk.fileName, chunk.facadeModuleId]));
  const ids = (files) => files.map((file) => idOf.get(file)).filter(Boolean);
  const modules = new Map(
    output.map(({ facadeModuleId, code, imports, dynamicImports }) => [
      facadeModuleId,
      {
        size: code.length,
        imports: ids(imports),
        dynamicImports: ids(dynamicImports),
        packages: imports.filter((file) => !idOf.has(file) && !isBuiltin(file)),
        builtins: imports.filter((file) => isBuiltin(file) && !STARTED.has(file)),
      },
    ]),
  );
  const entries = output.filter(({ isEntry }) => isEntry).map((chunk) => chunk.facadeModuleId);
  const plan = planChunks(modules, entries, costs);
  const names = fileNames(new Set(plan.values()));
  return {
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'plan', name: (id) => names.get(plan.get(id)) ?? null }],
    },
  };
}

/** Names files after modules, with their folder if two modules have the same name. */
function fileNames(ids) {
  const names = [...ids].map((id) => parse(id).name);
  return new Map(
    [...ids].map((id) => {
      const { name, dir } = parse(id);
      const isUnique = names.filter((each) => each === name).length === 1;
      return [id, isUnique ? name : `${parse(dir).name}-${name}`];
    }),
  );
}
