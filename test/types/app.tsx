/** Compiled with the `iconloom.d.ts` that the bundler plugin has written for the icons of the app. */
/** @jsxImportSource react */

import heart from 'iconloom:heart';
import { icon, iconHref, iconNames } from 'virtual:iconloom';
import { spriteFor } from 'virtual:iconloom/inline';
import { iconHtml } from 'iconloom/html';
import { Icon } from 'iconloom/react';
import type { IconAlias, IconName } from 'iconloom/registry';

export const names: readonly IconName[] = iconNames;
export const alias: IconAlias = 'back';
export const constant: 'arrow-back' = icon.arrowBack;
export const hrefs: string[] = [iconHref('heart'), iconHref('back'), iconHref(icon.back), heart];
export const shown = [<Icon key="1" name="arrow-back" />, <Icon key="2" name="back" size={24} />];
export const markup: string = iconHtml('heart');
export const sprite: string = spriteFor(new Set(['heart', 'back'] as const));

// @ts-expect-error: there is no such icon in the app
export const wrongName: IconName = 'hart';
// @ts-expect-error: there is no such icon in the app
export const wrong = <Icon name="hart" />;
// @ts-expect-error: there is no such icon in the app
iconHref('hart');
// @ts-expect-error: there is no such icon in the app
iconHtml('hart');
// @ts-expect-error: there is no such icon in the app
spriteFor(['hart']);
// @ts-expect-error: there is no such constant
export const wrongConstant = icon.hart;

// @ts-expect-error: there is no such icon in the app
import hart from 'iconloom:hart';

export { hart };
