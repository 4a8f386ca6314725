import { createHash } from 'node:crypto';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { OutputFile, PartedFile, Sprite } from '../core/types.ts';
import { catalogIcon, catalogSprite, joinCatalog } from './catalog-data.ts';
import type { CatalogData, CatalogIcon, CatalogSprite } from './catalog-format.ts';
import type { CatalogForm } from './catalog-forms.ts';
import { catalogParts } from './catalog-json.ts';
import { type CatalogPageFiles, catalogShell } from './catalog-shell.ts';
import type { EmitHost, OutputFormat } from './format.ts';
import { MODULE_RELATIVE } from './names.ts';
import { NOTICE } from './notice.ts';

/** Options of the catalog's files. */
export interface CatalogEmitOptions {
  readonly catalog: false | CatalogForm;
  /** URL of the folder that apps serve the sprites from. */
  readonly base: string;
}

/** Makes the files of a catalog, sprite by sprite. */
export interface CatalogEmitter {
  /** @param file file of the sprite, as written */
  readonly add: (sprite: Sprite, file: OutputFile) => readonly OutputFile[];
  readonly end: (problems: readonly Diagnostic[]) => readonly PartedFile[];
}

const FOLDER = 'catalog';
const FILE = 'catalog.html';

/** Loads what a catalog needs besides the icons, when it is written. */
export type CatalogHost = Pick<EmitHost, 'page' | 'identity'>;

export function openCatalog(
  { catalog, base }: CatalogEmitOptions,
  { page, identity }: CatalogHost,
): CatalogEmitter {
  if (catalog === false) return { add: () => [], end: () => [] };
  const sprites: CatalogSprite[] = [];
  const icons: CatalogIcon[] = [];
  const embedded: (readonly [name: string, svg: string])[] = [];
  return {
    add(sprite, file) {
      sprites.push(catalogSprite(sprite, file));
      icons.push(...sprite.icons.map((icon) => catalogIcon(icon, sprite)));
      if (catalog === 'folder') return [{ ...file, path: `${FOLDER}/${file.path}` }];
      embedded.push([sprite.name, file.contents]);
      return [];
    },
    end(problems) {
      const data = joinCatalog(sprites, icons, problems, {
        ...identity(),
        mode: 'static',
        base: base === MODULE_RELATIVE ? '' : base,
      });
      const parts = catalogParts(data);
      return catalog === 'folder'
        ? folderFiles(data, parts, page())
        : [{ path: FILE, parts: singleFile(pageTitle(data), { parts, embedded, page: page() }) }];
    },
  };
}

/** Page to browse the icons. */
export const catalogFormat: OutputFormat<CatalogEmitOptions> = {
  name: 'catalog',
  folder: 'outputs',
  open: (options, host) => (options.catalog === false ? undefined : openCatalog(options, host)),
};

/** Title of the page: `acme-icons 2.1.0`. */
function pageTitle({ title, release = '' }: CatalogData): string {
  return `${title} ${release}`.trim();
}

const BANNER = `/* ${NOTICE} */\n`;

function folderFiles(
  data: CatalogData,
  parts: readonly string[],
  { script, style }: CatalogPageFiles,
): readonly PartedFile[] {
  const { sprites } = data;
  const { head, end } = catalogShell(pageTitle(data), {
    // Firefox applies default-src to the sprites of <use>.
    policy: "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'",
    styles: ['<link rel="stylesheet" href="catalog.css">', ...preloads(sprites)].join('\n'),
    scripts: '<script src="catalog.js" defer></script>',
    data: 'catalog.json',
  });
  return [
    { path: `${FOLDER}/catalog.css`, parts: [BANNER, style] },
    { path: `${FOLDER}/catalog.js`, parts: [BANNER, script] },
    { path: `${FOLDER}/catalog.json`, parts },
    { path: `${FOLDER}/index.html`, parts: [head, end] },
  ];
}

/** Preloads files that the script fetches first; of several sprites, not all are visible at first. */
function preloads(sprites: readonly CatalogSprite[]): readonly string[] {
  const [only, ...others] = sprites;
  const files = ['catalog.json', ...(only && others.length === 0 ? [only.file] : [])];
  return files.map(
    (file) => `<link rel="preload" href="${encodeURI(file)}" as="fetch" crossorigin>`,
  );
}

interface SingleFileParts {
  readonly parts: readonly string[];
  readonly embedded: readonly (readonly [name: string, svg: string])[];
  readonly page: CatalogPageFiles;
}

function singleFile(title: string, { parts, embedded, page }: SingleFileParts): readonly string[] {
  const script = escapeScript(page.script);
  const style = page.style.replaceAll('</', '<\\/');
  const { head, end } = catalogShell(title, {
    policy: `default-src 'none'; script-src '${cspHash(script)}'; style-src '${cspHash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'`,
    styles: `<style>${style}</style>`,
    scripts: `<script>${script}</script>`,
  });
  return [
    head,
    '<script type="application/json" id="catalog--data">',
    ...parts.map((part) => part.replace(/[<\x80-\uffff]/g, escapeJsonCharacter)),
    '</script>\n',
    ...embedded.flatMap(([name, svg]) => [
      `<script type="image/svg+xml" data-sprite="${name}">`,
      ...escapeSvg(svg),
      '</script>\n',
    ]),
    end,
  ];
}

/** Escapes `<script` and `<!--`, which could end the element early; sprites contain neither. */
function escapeSvg(svg: string): readonly string[] {
  return [svg.replace(/<(?=\/?script|!--)/gi, '&lt;')];
}

/**
 * Escapes a character in JSON. `<` could end the element, and browsers read megabytes of pure ASCII in
 * half the time.
 */
function escapeJsonCharacter(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Escapes sequences that could end the element or hide its end. */
function escapeScript(code: string): string {
  return code.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}

function cspHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
