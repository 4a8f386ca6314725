/** Compiled against the packed tarball: what must compile does, and what must not does not. */
import { BuildError, build, defineConfig, transformIcon } from 'iconloom';
import {
  aliases,
  type IconAlias,
  type IconName,
  icon,
  iconHref,
  iconNames,
  icons,
  isIconName,
} from 'iconloom/icons';

const name: IconName = 'chevron-down';
const constant: 'chevron-down' = icon.chevronDown;
const aliasConstant: 'check' = icon.tick;
const alias: IconAlias = 'tick';
const hrefs: string[] = [iconHref(name), iconHref(alias, '/static'), iconHref(constant)];
const width: number = icons[name].width;
const target: IconName = aliases.tick;
const names: readonly IconName[] = iconNames;

// @ts-expect-error: there is no such icon
const wrong: IconName = 'chevron-dwon';
// @ts-expect-error: there is no such icon
iconHref('chevron-dwon');
// @ts-expect-error: there is no such constant
icon.chevronDwon;
// @ts-expect-error: an alias is not the name of an icon
const notAName: IconName = 'tick';

export function label(text: string): string {
  return isIconName(text) ? icons[text].viewBox : text;
}

const config = defineConfig({ inputs: ['icons'], layouts: ['css', 'stack'], styles: 'scss' });
// @ts-expect-error: there is no such option
defineConfig({ input: 'icons' });
// @ts-expect-error: there is no such layout
defineConfig({ layouts: ['grid'] });

export async function run(): Promise<string[]> {
  const { symbol } = await transformIcon('<svg viewBox="0 0 8 8"/>', { id: 'x' });
  const { icons: built } = await build(config, { dryRun: true });
  return [symbol, ...built.map((each) => each.name)];
}

export const all: unknown[] = [
  BuildError,
  aliasConstant,
  hrefs,
  width,
  target,
  names,
  wrong,
  notAName,
];
