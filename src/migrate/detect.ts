/** Tools that `iconloom migrate` replaces. */
export type Tool =
  | 'vite-plugin-svg-icons'
  | 'svg-sprite'
  | 'svgr'
  | 'svg-sprite-loader'
  | 'unplugin-icons';

/** Packages by tool. */
const TOOL_PACKAGES: Readonly<Record<Tool, readonly string[]>> = {
  'vite-plugin-svg-icons': ['vite-plugin-svg-icons', 'vite-plugin-svg-icons-ng'],
  'svg-sprite': ['svg-sprite', 'gulp-svg-sprite'],
  svgr: ['vite-plugin-svgr', '@svgr/webpack', '@svgr/rollup'],
  'svg-sprite-loader': ['svg-sprite-loader'],
  'unplugin-icons': ['unplugin-icons'],
};

/** Tool, and its packages in a project. */
export interface DetectedTool {
  readonly tool: Tool;
  readonly packages: readonly string[];
}

/**
 * Detects the tools that a project depends on.
 *
 * @param packages names of the packages in its package.json
 */
export function detectTools(packages: ReadonlySet<string>): readonly DetectedTool[] {
  return (Object.keys(TOOL_PACKAGES) as Tool[]).flatMap((tool) => {
    const found = TOOL_PACKAGES[tool].filter((name) => packages.has(name));
    return found.length > 0 ? { tool, packages: found } : [];
  });
}
