/** @jsxImportSource react */
import { createIcon, Icon, type IconProps } from 'iconloom/react';
import type { IconName } from 'iconloom/registry';
import { createRef } from 'react';
import * as set from './set.js';

const Own = createIcon(set);
const Small = createIcon({ iconHref: set.iconHref });
const ref = createRef<SVGSVGElement>();

export const right = [
  <Own key="1" name="box" size={24} label="A box" flip="rtl" color="red" ref={ref} />,
  <Own key="2" name="back" className="a" style={{ margin: 0 }} data-mine="" aria-labelledby="x" />,
  <Own
    key="3"
    name="box"
    color={['red', 'blue']}
    onClick={(event) => event.currentTarget.viewBox}
  />,
  <Own key="4" name="box" color={{ 2: 'blue' }} size={undefined} label={undefined} />,
  <Small key="5" name="arrow" />,
  // Nothing is registered here, so that any name may be one.
  <Icon key="6" name="anything" />,
];

export const wrong = [
  // @ts-expect-error: there is no such icon
  <Own key="1" name="bx" />,
  // @ts-expect-error: there is no such icon
  <Small key="2" name="bx" />,
  // @ts-expect-error: an icon has a name
  <Own key="3" />,
  // @ts-expect-error: icons have no content
  <Own key="4" name="box">
    text
  </Own>,
  // @ts-expect-error: there is no such way to flip
  <Own key="5" name="box" flip="ltr" />,
  // @ts-expect-error: a color is text
  <Own key="6" name="box" color={5} />,
  // @ts-expect-error: there is no such prop
  <Own key="7" name="box" sise={5} />,
];

export const props: IconProps<'box'> = { name: 'box' };
// @ts-expect-error: icons have no content
export const content: IconProps<'box'> = { name: 'box', dangerouslySetInnerHTML: { __html: '' } };
export const name: IconName = 'anything';
