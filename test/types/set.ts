/** A set as `iconloom build` would write it, its names as types. */
export declare const iconNames: readonly ['arrow', 'box'];
export declare const directional: readonly ('arrow' | 'back')[];
export declare const aliases: { readonly back: 'arrow' };
export declare function isIconName(value: unknown): value is 'arrow' | 'box';
export declare function iconHref(name: 'arrow' | 'box' | 'back', base?: string): string;
