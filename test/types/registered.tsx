/** @jsxImportSource react */

import type {} from 'iconloom/element';
import { iconHtml } from 'iconloom/html';
import { Icon } from 'iconloom/react';
import type { IconAlias, IconName } from 'iconloom/registry';
import { Icon as VueIcon } from 'iconloom/vue';
import { h } from 'vue';

/** As the bundler plugin writes it into the app. */
declare global {
  namespace Iconloom {
    interface Icons {
      arrow: true;
      box: true;
    }
    interface Aliases {
      back: 'arrow';
    }
  }
}

export const name: IconName = 'box';
export const alias: IconAlias = 'back';
export const right = [<Icon key="1" name="box" />, <Icon key="2" name="back" />, iconHtml('arrow')];
document.createElement('iconloom-icon').name = 'box';
// @ts-expect-error: there is no such icon in the app
export const wrongName: IconName = 'bx';
// @ts-expect-error: an alias is not the name of an icon
export const notAName: IconName = 'back';
// @ts-expect-error: there is no such icon in the app
export const wrong = <Icon name="bx" />;
// @ts-expect-error: there is no such icon in the app
h(VueIcon, { name: 'bx' });
// @ts-expect-error: there is no such icon in the app
iconHtml('bx');
