import { expect, test } from 'vitest';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { picture } from '../lint/drawings.ts';

const PATH = '<path d="M4 4h9v9z" stroke="red" class="a"/>';

/** An HTML parser keeps the tab of an attribute that an XML parser reads as a space. */
test.each([
  '<style points="0~0 9 9">.a:hover{fill:red}</style>',
  '<style type="text/css~" media="all~">.a:hover{fill:red}</style>',
  '<path class="a~b" d="M0 0h9v9z"/><style>.a:hover,.b:hover{fill:red}</style>',
  '<svg viewBox="0~0 9~9" preserveAspectRatio="xMidYMid~slice" width="5"><path d="M0 0h9v9z"/></svg>',
  '<filter id="b"><feColorMatrix in="a~" values="1~0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0"/></filter><path filter="url(~#b~)" d="M0 0h9v9z"/>',
  '<marker id="b" orient="auto~" refX="1~" viewBox="0~0 9 9"><path d="M0 0h9v9z"/></marker><path marker-end="url(#b)" d="M0 0h9"/>',
  '<path d="M0 0h9v9z"><animate attributeName="d~" dur="1s~" begin="1s~;~2s" keyTimes="0~;~1" values="M0 0h9~v9z~;~M0 0h9v8z"/></path>',
  '<path d="M0 0h9v9z"><animate attributeName="stroke-dasharray" dur="1s" values="1~2;2~1"/><animateTransform attributeName="transform" type="rotate" dur="1s" values="0~1 1;~9 1 1"/><animateMotion path="M0 0h9~v9z" keyPoints="0~;1" dur="1s"/></path>',
  '<text x="1~2" rotate="1~2" y="9" font-family="a~b" systemLanguage="en~,de">ab</text>',
])('%s comes out with plain spaces', async (shapes) => {
  for (const space of ['&#9;', '&#10;', '&#13;', '\t', '\n']) {
    const svg = picture(PATH + shapes.replaceAll('~', space));
    const { value } = await tryTransformIcon(svg, { id: 'icon' });
    expect(value?.symbol).toBeDefined();
    expect(value?.symbol.match(/[\t\r]|%0[9aAdD]|&#|=['"][^'"<>]*\n/g)).toBeNull();
  }
});
