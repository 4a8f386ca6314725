/** What the bundler of the tests puts in the place of these. */
declare module 'app' {
  export function show(root: HTMLElement, extras: boolean): void;
}

declare module 'app-icons' {
  export const iconNames: readonly ['arrow', 'box', 'duo'];
  export const directional: readonly ('arrow' | 'back')[];
  export const aliases: { readonly back: 'arrow' };
  export function isIconName(value: unknown): value is 'arrow' | 'box' | 'duo';
  export function iconHref(name: 'arrow' | 'box' | 'duo' | 'back', base?: string): string;
}

declare module '*.vue' {
  const component: import('vue').Component;
  export default component;
}

declare module '*.svelte' {
  const component: import('svelte').Component<Record<string, unknown>>;
  export default component;
}
