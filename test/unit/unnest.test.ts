import { describe, expect, test } from 'vitest';
import { unnest } from '../../src/icon/css/unnest.ts';

function flat(css: string): string | undefined {
  return unnest(css).css;
}

describe('sheets without nesting stay as they are:', () => {
  test.each([
    ['nothing', ''],
    ['rules and space', ' .a { fill : red ; }\n.b{}\n'],
    ['comments with braces', '.a{/* } .b{ */fill:red}'],
    ['strings with braces', '.a{font-family:"} .b{ & "}'],
    ['strings in selectors', '[d="{&}"]{fill:red}'],
    ['urls with braces', '.a{fill:url(#{)}.b{fill:red}'],
    ['escapes', '.a\\{\\&{fill:red}'],
    ['a block in a custom property', '.a{--x:{b:c};fill:red}'],
    ['a rule in a custom property', '.a{--x:hover{b:c}}'],
    ['a rule in a custom property with an escape', '.a{\\--x:hover{b:c}}'],
    ['groups', '@media print{@supports (d:e){.a{fill:red}}}'],
    ['keyframes', '@keyframes k{from{fill:red}to{fill:blue}}'],
    ['fonts and properties', '@font-face{font-family:x}@property --x{syntax:"*";inherits:false}'],
    ['pages', '@page{margin:0;@top-left{content:""}}'],
    ['statements', '@charset "x";@import "x";@layer a,b;.a{fill:red}'],
    ['scopes', '@scope (.a){.b{fill:red}}'],
    ['what is left open', '.a{fill:url(#b'],
    ['what is closed twice', '.a{fill:red}}.b{fill:blue}'],
    ['deep groups', `${'@media all{'.repeat(60)}.a{fill:red}${'}'.repeat(60)}`],
    ['brackets without an end', `.a{fill:${'('.repeat(100_000)}`],
  ])('%s', (_, css) => {
    expect(flat(css)).toBe(css);
  });
});

describe('selectors:', () => {
  test.each([
    ['without &', 'g{.a{x:y}}', 'g .a{x:y}'],
    ['a type', 'g{path{x:y}}', 'g path{x:y}'],
    ['a state of a type', 'g{a:hover{x:y}}', 'g a:hover{x:y}'],
    ['a negation', 'g{a:not(.b){x:y}}', 'g a:not(.b){x:y}'],
    ['& first', '.a{&:hover{x:y}}', '.a:hover{x:y}'],
    ['& alone', '.a .b{&{x:y}}', '.a .b{x:y}'],
    ['& with a class', '.a .b{&.c{x:y}}', '.a .b.c{x:y}'],
    ['& twice', '.a{&&{x:y}}', '.a:is(.a){x:y}'],
    ['& in the middle', '.a{.b & .c{x:y}}', '.b .a .c{x:y}'],
    ['& that is complex, in the middle', 'g .a{.b & .c{x:y}}', '.b :is(g .a) .c{x:y}'],
    ['& after a class', '.a{.b&{x:y}}', '.b:is(.a){x:y}'],
    ['& after a type', 'g{path&{x:y}}', 'path:is(g){x:y}'],
    ['& and &', '.a{& + &{x:y}}', '.a + .a{x:y}'],
    ['& and & that is complex', 'g .a{& + &{x:y}}', 'g .a + :is(g .a){x:y}'],
    ['& in brackets', '.a{path:not(&){x:y}}', 'path:not(.a){x:y}'],
    ['& in relative brackets', 'g .a{:has(&){x:y}}', ':has(:is(g .a)){x:y}'],
    ['& in a string', '.a{[d="&"]{x:y}}', '.a [d="&"]{x:y}'],
    ['& escaped', '.a{.\\&{x:y}}', '.a .\\&{x:y}'],
    ['& in a comment', '.a{/*&*/.b{x:y}}', '.a .b{x:y}'],
    ['a combinator', '.a{> .b{x:y}}', '.a > .b{x:y}'],
    ['a combinator and &', '.a{+ .b &{x:y}}', '.a + .b .a{x:y}'],
    ['combinators in a list', '.a{>b,~c,+d{x:y}}', '.a >b,.a ~c,.a +d{x:y}'],
    ['a list of parents', '.a,#b{.c{x:y}}', ':is(.a,#b) .c{x:y}'],
    ['a list of parents and &', '.a,#b{&:hover{x:y}}', ':is(.a,#b):hover{x:y}'],
    ['a list in brackets', ':is(.a,#b){.c{x:y}}', ':is(.a,#b) .c{x:y}'],
    ['lists of both', '.a,.b{.c,&.d{x:y}}', ':is(.a,.b) .c,:is(.a,.b).d{x:y}'],
    ['a pseudo-element', '.a::before{.b{x:y}}', ':is(.a::before) .b{x:y}'],
    ['an old pseudo-element', '.a:before{&:hover{x:y}}', ':is(.a:before):hover{x:y}'],
    ['several levels', '.a{.b{&:hover{.c &{x:y}}}}', '.c :is(.a .b:hover){x:y}'],
    ['lists on several levels', 'a,b{c,d{e{x:y}}}', ':is(:is(a,b) c,:is(a,b) d) e{x:y}'],
    ['an escape that ends in a space', '.\\31 {.b{x:y}}', '.\\31  .b{x:y}'],
    ['an escape in capitals', '@MEDIA all{.a{.b{x:y}}}', '@MEDIA all{.a .b{x:y}}'],
    ['at the top', '&.a{x:y}.b{z:w}', ':where(:root).a{x:y}.b{z:w}'],
    ['at the top, in a list', '.b,& > .a{x:y}', '.b,:where(:root) > .a{x:y}'],
    ['at the top of a group', '@media all{& .a{x:y}}', '@media all{:where(:root) .a{x:y}}'],
  ])('%s', (_, css, expected) => {
    expect(flat(css)).toBe(expected);
  });
});

describe('what browsers skip is skipped:', () => {
  test.each([
    ['a type after &', '.a{&b{x:y}z:w}', '.a{z:w}'],
    ['a suffix', '.a{&-b{x:y}z:w}', '.a{z:w}'],
    ['a number after &', '.a{&2{x:y}&-2{x:y}z:w}', '.a{z:w}'],
    ['everything after &', '.a{&*{x:y}&|b{x:y}&/**/b{x:y}z:w}', '.a{z:w}'],
    [
      'a brace without its other',
      '.a{b:c}}.d{@media x{e:f}}.g{.h{x:y}}',
      '.a{b:c}@media x{}.g .h{x:y}',
    ],
    ['a semicolon at the top', ';.a{@media x{b:c}}.d{e:f}', '@media x{}.d{e:f}'],
    ['a list with a gap', '.a{.b,,.c{x:y}.d,{x:y}z:w}', '.a{z:w}'],
    ['rules without a selector', '.a{{x:y}z:w}', '.a{z:w}'],
    ['what is in an invalid rule', '.a,..b{.c{x:y}}.d{.e{x:y}}', '.d .e{x:y}'],
    ['what is below a type after &', '.a{&b{.c{x:y}}}', ''],
    ['what is below a combinator', '.a >{.c{x:y}}> .a{.c{x:y}}.a > > .b{.c{x:y}}', ''],
    ['what is below a late type', '.a[b]c{.d{x:y}}', ''],
    ['keyframes in a rule', '.a{@keyframes k{to{x:y}}.b{x:y}}', '.a .b{x:y}'],
    ['imports in a rule', '.a{@import "b";@layer c;x:y}', '.a{x:y}'],
    ['words that are no declaration', '.a{.b{x:y}.c;*d:e;z:w}', '.a .b{x:y}.a{z:w}'],
    ['a value that is a block', '.a{b:{x:y}z:w;.c{x:y}}', '.a b:{x:y}.a{z:w}.a .c{x:y}'],
  ])('%s', (_, css, expected) => {
    expect(flat(css)).toBe(expected);
  });
});

describe('declarations:', () => {
  test.each([
    ['around a rule', 'g{a:b;.a{c:d}e:f}', 'g{a:b}g .a{c:d}g{e:f}'],
    ['around rules', 'g{a:b;.a{c:d}e:f;.b{g:h}i:j}', 'g{a:b}g .a{c:d}g{e:f}g .b{g:h}g{i:j}'],
    [
      'with all that they hold',
      'g{a : b , c !important ; d:e;.a{}}',
      'g{a : b , c !important;d:e}',
    ],
    ['keep the list of a rule', '#a,b{c:d;.e{f:g}h:i}', '#a,b{c:d}:is(#a,b) .e{f:g}#a,b{h:i}'],
    ['with a block', 'g{--x:{a:b};.a{c:d}}', 'g{--x:{a:b}}g .a{c:d}'],
    ['with what looks like a rule', 'g{--x:hover{a:b};.a{c:d}}', 'g{--x:hover{a:b}}g .a{c:d}'],
    [
      'with semicolons in brackets',
      'g{a:url("b;{");.a{c:f(;{})}}',
      'g{a:url("b;{")}g .a{c:f(;{})}',
    ],
    ['with comments', 'g{a:/*;{*/b;.a{c:d}}', 'g{a:/*;{*/b}g .a{c:d}'],
    ['beside flat rules', '.z{a:b}g{.a{c:d}}.y{e:f}', '.z{a:b}g .a{c:d}.y{e:f}'],
    ['in a pair of comments', '<!-- g{.a{c:d}} -->', 'g .a{c:d}'],
    ['after a colon at the top', '--x:hover{a:b}g{.a{c:d}}', '--x:hover{a:b}g .a{c:d}'],
  ])('%s', (_, css, expected) => {
    expect(flat(css)).toBe(expected);
  });

  test.each([
    ['a block', 'g{.a{c:d', 'g .a{c:d}'],
    ['a url', 'g{.a{c:url(#d', 'g .a{c:url(#d)}'],
    ['a url with spaces', 'g{.a{c:url( #d ', 'g .a{c:url( #d )}'],
    ['a string', "g{.a{c:url('#d", "g .a{c:url('#d')}"],
    ['a string that ends in an escape', 'g{.a{c:"d\\"', 'g .a{c:"d\\""}'],
    ['brackets', 'g{.a{c:d([e', 'g .a{c:d([e])}'],
    ['a comment', 'g{.a{c:/*d*/e/*f', 'g .a{c:/*d*/e}'],
    [
      'a comment in a group',
      '@font-face{a:b}g{.a{c:d}}@page{/*e',
      '@font-face{a:b}g .a{c:d}@page{/*e*/}',
    ],
    ['a group', '@media x{g{.a{c:d', '@media x{g .a{c:d}}'],
  ])('close %s that is left open', (_, css, expected) => {
    expect(flat(css)).toBe(expected);
  });
});

describe('groups:', () => {
  test.each([
    ['media', 'g{@media print{a:b}}', '@media print{g{a:b}}'],
    ['supports', 'g{@supports (a:b){a:b}}', '@supports (a:b){g{a:b}}'],
    ['layer', 'g{@layer x{a:b}}', '@layer x{g{a:b}}'],
    ['container', 'g{@container (width>1px){a:b}}', '@container (width>1px){g{a:b}}'],
    ['starting style', 'g{@starting-style{a:b}}', '@starting-style{g{a:b}}'],
    ['without a space', 'g{@media(print){a:b}}', '@media(print){g{a:b}}'],
    ['rules in them', 'g{@media x{.a{a:b}&:hover{c:d}}}', '@media x{g .a{a:b}g:hover{c:d}}'],
    [
      'the order',
      'g{a:b;@media x{c:d;.a{e:f}g:h}i:j}',
      'g{a:b}@media x{g{c:d}g .a{e:f}g{g:h}}g{i:j}',
    ],
    [
      'in each other',
      'g{@media x{@supports (a:b){a:b}c:d}}',
      '@media x{@supports (a:b){g{a:b}}g{c:d}}',
    ],
    ['in rules in groups', '@media x{g{.a{@media y{a:b}}}}', '@media x{@media y{g .a{a:b}}}'],
    ['lists', '#a,b{@media x{c:d}}', '@media x{#a,b{c:d}}'],
    [
      'flat rules beside them',
      '@media x{.a{a:b}@keyframes k{to{c:d}}.b{.c{e:f}}}',
      '@media x{.a{a:b}@keyframes k{to{c:d}}.b .c{e:f}}',
    ],
    ['empty ones, which order layers', 'g{@layer x{}a:b}', '@layer x{}g{a:b}'],
  ])('%s', (_, css, expected) => {
    expect(flat(css)).toBe(expected);
  });
});

describe('what cannot be written flat is told, in little time:', () => {
  const nested = (levels: number, selector: string) =>
    [`${selector}{`.repeat(levels), 'a:b', '}'.repeat(levels)].join('');

  test('50 levels are well', () => {
    expect(flat(nested(50, 'g'))).toBe(`${Array(50).fill('g').join(' ')}{a:b}`);
  });

  test.each([
    ['51 levels', nested(51, 'g')],
    ['100,000 levels', nested(100_000, 'g')],
    ['100,000 levels left open', 'g{'.repeat(100_000)],
    ['groups in a rule', `g{${nested(100_000, '@media all')}}`],
  ])('%s', (_, css) => {
    expect(unnest(css)).toEqual({ problem: 'are more than 50 levels deep' });
  });

  test.each([
    ['parents that double', nested(40, '&&')],
    ['parents that double, with nothing in them', `.a{${'&&{'.repeat(12)}${'.b{}'.repeat(10_000)}`],
    ['lists that double', nested(40, 'a,b')],
    ['many at once', `.${'a'.repeat(2000)}{${'&'.repeat(2000)}{a:b}}`],
    ['a long selector again and again', `.${'a'.repeat(2000)}{${'.b{c:d}e:f;'.repeat(2000)}}`],
  ])('%s', (_, css) => {
    expect(unnest(css)).toEqual({ problem: 'add up to more than 200000 characters' });
  });

  test.each([
    ['a scope in a rule', '.a{@scope (.b){c:d}}'],
    ['a rule in a scope', '@scope (.b){.a{c:d;.e{f:g}}}'],
    ['a scope beside it', '.a{.e{f:g}}@scope (.b){.a{c:d}}'],
  ])('%s', (_, css) => {
    expect(unnest(css)).toEqual({ problem: 'contain an @scope or are next to one' });
  });

  test('a selector that is deeper than the stack is an error, not nothing', () => {
    const deep = `${':is('.repeat(20_000)}.a${')'.repeat(20_000)}`;
    expect(() => unnest(`${deep}{.b{c:d}}`)).toThrow(RangeError);
  });

  test('what several sheets may add up to is one sum', () => {
    const css = `.${'a'.repeat(1000)}{${'.b{c:d}'.repeat(120)}}`;
    const budget = { remaining: 200_000 };
    expect(unnest(css, budget).problem).toBeUndefined();
    expect(unnest(css, budget).problem).toBe('add up to more than 200000 characters');
  });

  test('a long sheet with little nesting is well', () => {
    const long = `.a{fill:url("${'x'.repeat(3_000_000)}")}`;
    expect(flat(`${long}g{.a{b:c}}`)).toBe(`${long}g .a{b:c}`);
  });
});
