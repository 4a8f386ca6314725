import { describe, expect, test } from 'vitest';
import type { IconFacts } from '../../src/core/types.ts';
import { checkIcon } from '../../src/icon/check/check-icon.ts';
import { checkSymbol } from '../../src/icon/check/check-symbol.ts';

const HEAD = '<symbol id="nav-up" viewBox="0 0 8 8"';

/** Checks a symbol with this in it. */
function check(inside: string, attributes = '', allowsText = false): string | undefined {
  const symbol = `${HEAD}${attributes}>${inside}</symbol>`;
  return checkSymbol(symbol, { id: 'nav-up', viewBox: '0 0 8 8', allowsText });
}

const image = (svg: string) =>
  `<image width="8" height="8" href="data:image/svg+xml,${encodeURIComponent(svg)}"/>`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">';

describe('what iconloom writes passes', () => {
  test.each([
    ['a path', '<path d="M0 0h8v8z"/>'],
    ['nothing', ''],
    ['a group', '<g fill="none"><path d="M0 0h8v8z" style="mix-blend-mode:screen"/></g>'],
    ['its gradient', '<linearGradient id="nav_up_a"/><path fill="url(#nav_up_a)" d="M0 0"/>'],
    ['a reference to nothing', '<path fill="url(#nav_up_0) red" d="M0 0"/>'],
    ['a use', '<path id="nav_up_a" d="M0 0"/><use href="#nav_up_a" x="2"/>'],
    ['a bitmap', '<image href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['an image of its drawing', image(`${SVG}<text>a &amp; b</text></svg>`)],
    ['a CSS shape', `<path d="M0 0" style="clip-path:path('M0 0h4v4z')"/>`],
    ['a variable', '<path d="M0 0" fill="var(--icon-1,#f00)"/>'],
    [
      'an event of its own',
      '<path id="nav_up_a" d="M0 0"><set attributeName="fill" begin="nav_up_a.click+1s;2s" to="red"/></path>',
    ],
    ['a tied rule', '<style>:where(.nav_up_0) path:hover{fill:red}</style><path d="M0 0"/>'],
    [
      'keyframes of its own',
      '<style>@keyframes nav_up_a{0%,to{opacity:0}}.nav_up_b{animation:nav_up_a 1s ease-in infinite}</style><path class="nav_up_b" d="M0 0"/>',
    ],
    [
      'a rule that holds at times',
      '<style>@media(prefers-color-scheme:dark){:is(.nav_up_a,.nav_up_b:hover)>path{fill:#fff}}</style>',
    ],
  ])('%s', (_, inside) => {
    expect(check(inside)).toBeUndefined();
  });

  test('a symbol without children', () => {
    const symbol = `${HEAD} fill="none"/>`;
    expect(
      checkSymbol(symbol, { id: 'nav-up', viewBox: '0 0 8 8', allowsText: false }),
    ).toBeUndefined();
  });
});

describe('what is not known fails', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an element with a prefix', '<x:script/>'],
    ['an unknown element', '<a href="#nav_up_0"/>'],
    ['a handler', '<path d="M0 0" onclick="alert(1)"/>'],
    ['an attribute with a prefix', '<use xlink:href="#nav_up_0"/>'],
    ['an unknown attribute', '<path d="M0 0" data-name="x"/>'],
    ['a name in another case', '<PATH d="M0 0"/>'],
    ['a comment', '<!-- a -->'],
    ['a CDATA section', '<style><![CDATA[a]]></style>'],
    ['a processing instruction', '<?xml-stylesheet href="a"?>'],
    ['text', 'hello'],
    ['text in a shape', '<path d="M0 0">hello</path>'],
    ['drawn text', '<text>hello</text>'],
    ['the syntax of a template', '<style>{{1}}</style>'],
    ['an element in a style', '<style><path d="M0 0"/></style>'],
  ])('%s', (_, inside) => {
    expect(check(inside)).toBeTypeOf('string');
  });
});

describe('what is not well-formed fails', () => {
  test.each([
    ['an open element', '<g>'],
    ['a wrong end', '<g></path>'],
    ['an attribute twice', '<path d="M0 0" d="M1 1"/>'],
    ['an attribute without quotes', '<path d=M0/>'],
    ['an attribute without a value', '<path d/>'],
    ['no blank between attributes', '<path fill="red"d="M0 0"/>'],
    ['a bare <', '<path d="M0 0" fill="a<b"/>'],
    ['a bare &', '<path d="M0 0" fill="a&b"/>'],
    ['an unknown entity', '<path d="M0 0" fill="&nbsp;"/>'],
    ['a control character', '<path d="M0 0" fill="red\u0001"/>'],
    ['a carriage return', '<path d="M0 0" fill="red\r"/>'],
    ['NUL', '<path d="M0 0" fill="red\0"/>'],
    ['half a surrogate pair', '<path d="M0 0" fill="\ud800"/>'],
    ['U+FFFE', '<path d="M0 0" fill="\ufffe"/>'],
    ['more behind its end', '</symbol><symbol id="b">'],
  ])('%s', (_, inside) => {
    expect(check(inside)).toBeTypeOf('string');
  });
});

describe('what refers to an external resource fails', () => {
  test.each([
    ['a link', '<use href="#page"/>'],
    ['a link to another icon', '<use href="#nav_down_a"/>'],
    ['a link to what it does not have', '<use href="#nav_up_b"/>'],
    ['a link to a file', '<use href="other.svg#a"/>'],
    ['an image of the page', '<image href="#nav_up_0"/>'],
    ['an image elsewhere', '<image href="https://leak.invalid/a.png"/>'],
    ['an image of another kind', '<image href="data:text/html,a"/>'],
    ['data with a blank in front', '<image href=" data:image/png;base64,AAAA"/>'],
    ['paint', '<path d="M0 0" fill="url(#page)"/>'],
    ['paint elsewhere', '<path d="M0 0" fill="url(https://leak.invalid/a.svg#b)"/>'],
    ['quoted paint', '<path d="M0 0" fill="url(&quot;#nav_up_0&quot;)"/>'],
    ['an escaped function', '<path d="M0 0" fill="u\\72l(#page)"/>'],
    ['an escaped hash', '<path d="M0 0" fill="url(\\23 page)"/>'],
    ['a comment in a function', '<path d="M0 0" fill="url/**/(a)"/>'],
    ['a cursor', '<path d="M0 0" cursor="url(#nav_up_0),auto"/>'],
    ['a cursor in a style', '<path d="M0 0" style="cursor:url(#nav_up_0)"/>'],
    ['an escaped property', '<path d="M0 0" style="c\\75rsor:url(#nav_up_0)"/>'],
    ['an image of a variable', '<path d="M0 0" style="cursor:var(--a)"/>'],
    ['an image set', '<path d="M0 0" style="mask:image-set(&quot;a.png&quot; 1x)"/>'],
    ['an import', '<style>@import "a.css";</style>'],
    ['a font', '<style>@font-face{font-family:a;src:local(a)}</style>'],
    ['a fallback', '<path d="M0 0" fill="var(--a,url(//leak.invalid))"/>'],
    ['a value of an animation', '<set attributeName="fill" to="url(#page)"/>'],
    ['an animated link', '<use href="#nav_up_0"><set attributeName="href" to="a.svg#b"/></use>'],
    ['an animated handler', '<set attributeName="onclick" to="alert(1)"/>'],
    ['an event of the page', '<set attributeName="fill" begin="page.click" to="red"/>'],
    ['a key of the keyboard', '<set attributeName="fill" begin="accessKey(a)" to="red"/>'],
    ['keyframes of the page', '<path d="M0 0" style="animation:spin 1s infinite"/>'],
    ['keyframes, in capitals', '<path d="M0 0" style="ANIMATION:spin 1s"/>'],
    ['keyframes, escaped', '<path d="M0 0" style="anim\\61tion:spin 1s"/>'],
  ])('%s', (_, inside) => {
    expect(check(inside)).toBeTypeOf('string');
  });
});

describe('names and rules that are not its own fail', () => {
  test.each([
    ['an id', '<path id="a" d="M0 0"/>'],
    ['an id of another icon', '<path id="nav_down_a" d="M0 0"/>'],
    ['the id that none has', '<path id="nav_up_0" d="M0 0"/>'],
    ['an id twice', '<path id="nav_up_a" d="M0 0"/><path id="nav_up_a" d="M0 0"/>'],
    ['a class', '<path class="nav_up_a button" d="M0 0"/>'],
    ['a rule for all', '<style>*{display:none}</style>'],
    ['one of two selectors', '<style>.nav_up_a,body{display:none}</style>'],
    ['one of two choices', '<style>:is(.nav_up_a,body){display:none}</style>'],
    ['what is not its own', '<style>:not(.nav_up_a){display:none}</style>'],
    ['siblings of its root', '<style>.nav_up_0~*{display:none}</style>'],
    ['a class in a string', '<style>[title=".nav_up_a"]{display:none}</style>'],
    ['an escaped brace', '<style>.nav_up_a{}\\7d *{}</style>'],
    ['foreign keyframes', '<style>@keyframes spin{to{opacity:0}}</style>'],
    ['a foreign layer', '<style>@layer reset{.nav_up_a{fill:red}}</style>'],
    ['a property for all', '<style>@property --a{syntax:"*";inherits:false}</style>'],
    ['the end of the style', '<style>.nav_up_a{fill:red}&lt;/style></style>'],
    ['a string without an end', '<style>.nav_up_a{font-family:"a}</style>'],
    ['a rule without an end in front', '<style>}*{display:none}</style>'],
  ])('%s', (_, inside) => {
    expect(check(inside)).toBeTypeOf('string');
  });
});

describe('an image is checked as a drawing of its own', () => {
  test.each([
    ['a script', `${SVG}<script>1</script></svg>`],
    ['a request', `${SVG}<image href="https://leak.invalid/a.png"/></svg>`],
    ['a request of a rule', `${SVG}<style>*{fill:url(//leak.invalid)}</style></svg>`],
    ['an end that is missing', `${SVG}<g></svg>`],
    ['a control character', `${SVG}<path d="M0 0" fill="\u0001"/></svg>`],
    ['another language', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a script in an image in it', `${SVG}${image(`${SVG}<script/></svg>`)}</svg>`],
  ])('%s in it fails', (_, svg) => {
    expect(check(image(svg))).toContain('image');
  });

  test.each([
    ['its own rules', `${SVG}<style>*{fill:red}</style><path id="x" d="M0 0"/></svg>`],
    ['an image in it', `${SVG}${image(`${SVG}<path d="M0 0"/></svg>`)}</svg>`],
  ])('%s passes', (_, svg) => {
    expect(check(image(svg))).toBeUndefined();
  });

  test('one in base64 is decoded', () => {
    const href = (svg: string) => `data:image/svg+xml;base64,${btoa(svg)}`;
    expect(check(`<image href="${href(`${SVG}</svg>`)}"/>`)).toBeUndefined();
    expect(check(`<image href="${href(`${SVG}<script/></svg>`)}"/>`)).toContain('<script>');
  });

  test('images in images end somewhere', () => {
    let svg = `${SVG}</svg>`;
    for (let depth = 0; depth < 9; depth++) {
      svg = `${SVG}<image href="data:image/svg+xml;base64,${btoa(svg)}"/></svg>`;
    }
    expect(check(image(svg))).toContain('too deeply');
  });
});

describe('an icon must be what its facts say', () => {
  const symbol = `${HEAD}><path d="M0 0h8v8z"/></symbol>`;
  const facts: IconFacts = {
    ...{ viewBox: '0 0 8 8', width: 8, height: 8, title: '' },
    ...({ color: 'mono', colors: [], needs: [], form: 'symbol' } as const),
  };
  const icon = { symbol, plainSymbol: symbol, facts };

  test('as it is made', () => {
    expect(checkIcon(icon, 'nav-up')).toBeUndefined();
  });

  test.each([
    ['id', icon, 'nav-down'],
    ['viewBox', { ...icon, facts: { ...facts, viewBox: '0 0 9 9' } }, 'nav-up'],
    ['form', { ...icon, facts: { ...facts, form: 'image' as const } }, 'nav-up'],
    ['plain symbol', { ...icon, plainSymbol: `${HEAD}/>` }, 'nav-up'],
    ['text', { ...icon, facts: { ...facts, needs: ['text'] as const } }, 'nav-up'],
  ])('another %s fails', (_, changed, id) => {
    expect(checkIcon(changed, id)).toBeTypeOf('string');
  });
});
