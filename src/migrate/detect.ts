/** Tools that `iconloom migrate` moves a project from. */
export type Tool =
  | 'vite-plugin-svg-icons'
  | 'svg-sprite'
  | 'svgr'
  | 'svg-sprite-loader'
  | 'unplugin-icons';

/** Packages by the tool that they belong to. */
const PACKAGES: Readonly<Record<Tool, readonly string[]>> = {
  'vite-plugin-svg-icons': ['vite-plugin-svg-icons', 'vite-plugin-svg-icons-ng'],
  'svg-sprite': ['svg-sprite', 'gulp-svg-sprite'],
  svgr: ['vite-plugin-svgr', '@svgr/webpack', '@svgr/rollup'],
  'svg-sprite-loader': ['svg-sprite-loader'],
  'unplugin-icons': ['unplugin-icons'],
};

/** A tool, and those of its packages that a project has. */
export interface FoundTool {
  readonly tool: Tool;
  readonly packages: readonly string[];
}

/**
 * Finds the tools that a project asks for.
 *
 * @param packages names of the packages in its package.json
 */
export function findTools(packages: ReadonlySet<string>): readonly FoundTool[] {
  return (Object.keys(PACKAGES) as Tool[]).flatMap((tool) => {
    const found = PACKAGES[tool].filter((name) => packages.has(name));
    return found.length > 0 ? { tool, packages: found } : [];
  });
}
