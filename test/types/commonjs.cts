/** Compiled against the packed tarball as CommonJS, and with the resolution of old projects. */
import { build, defineConfig } from 'iconloom';
import { defineConfig as define } from 'iconloom/config';
import { loadSprite } from 'iconloom/cross-origin';
import { defineIconElement, type IconElement } from 'iconloom/element';
import esbuild from 'iconloom/esbuild';
import { createIconHtml } from 'iconloom/html';
import { type IconName, iconHref } from 'iconloom/icons';
import { inlineSprite } from 'iconloom/inline';
import { iconHref as mocked } from 'iconloom/jest';
import svgTransform from 'iconloom/jest-svg';
import { createIcon, type IconProps } from 'iconloom/react';
import type { IconName as AppName } from 'iconloom/registry';
import rolldown from 'iconloom/rolldown';
import rollup from 'iconloom/rollup';
import rspack from 'iconloom/rspack';
import { createIcon as createSolid } from 'iconloom/solid';
import vite from 'iconloom/vite';
import { createIcon as createVue } from 'iconloom/vue';
import webpack, { type WebpackPlugin } from 'iconloom/webpack';

const set = { iconHref: (name: IconName) => iconHref(name) };
export const Icon = createIcon(set);
export const others = [createVue(set), createSolid(set), createIconHtml(set)];
export const props: IconProps<IconName> = { name: 'check' };
export const plugin: WebpackPlugin = webpack({ inputs: 'icons' });
export const plugins = [vite(), rollup(), rolldown(), rspack(), esbuild()];
export const configs = [defineConfig({ inputs: 'icons' }), define({ inputs: 'icons' })];
export const functions = [build, loadSprite, inlineSprite, mocked, svgTransform.process];
export const name: AppName = 'any';
export const element: (new () => IconElement<IconName>) | undefined = defineIconElement(set);

// @ts-expect-error: there is no such icon
export const wrong: IconProps<IconName> = { name: 'chec' };
// @ts-expect-error: there is no such option
webpack({ input: 'icons' });
// @ts-expect-error: there is no such option
define({ input: 'icons' });
