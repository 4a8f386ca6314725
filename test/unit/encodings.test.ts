import { describe, expect, test } from 'vitest';
import { type BuiltCase, testBuild } from '../e2e/test-build.ts';

/** `é` in a class, an id and a title, so that a wrong letter breaks the drawing. */
const svg = (declaration = '', lines = '\n') =>
  [
    declaration,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
    '<title>Café</title>',
    '<style>.é{stroke:#00f}</style>',
    '<linearGradient id="é"><stop stop-color="#f00"/></linearGradient>',
    '<path class="é" fill="url(#%C3%A9)" d="M4 4h16v16H4z"/>',
    '</svg>',
    '',
  ]
    .filter((line, index) => line !== '' || index > 0)
    .join(lines);

const DRAWN = 'fill="url(#a_a)" stroke="#00f" d="M4 4h16v16H4z"';

function buildBytes(bytes: Uint8Array, codes: readonly string[] = []): Promise<BuiltCase> {
  return testBuild({
    files: { 'icons/a.svg': bytes },
    config: { portable: false },
    diagnostics: codes.map((code) => `icons/a.svg ${code}`),
  });
}

const declare = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('bytes become the same sprite', () => {
  test.each<readonly [string, Uint8Array]>([
    ['UTF-8', Buffer.from(svg())],
    ['UTF-8, declared', Buffer.from(svg(declare('UTF-8')))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${svg()}`)],
    ['UTF-8 with a mark, declared', Buffer.from(`\ufeff${svg(declare('utf-8'))}`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${svg(declare('UTF-16'))}`, 'utf16le')],
    ['UTF-16 big-endian', utf16be(svg(declare('UTF-16')))],
    ['UTF-16 without a mark', Buffer.from(svg(declare('UTF-16LE')), 'utf16le')],
    ['ISO-8859-1', Buffer.from(svg(declare('ISO-8859-1')), 'latin1')],
    ['windows-1252', Buffer.from(svg(declare('windows-1252')), 'latin1')],
    ['lines of DOS', Buffer.from(svg(declare('UTF-8'), '\r\n'))],
    ['lines of the old Mac', Buffer.from(svg(declare('UTF-8'), '\r'))],
    ['UTF-16 in lines of DOS', Buffer.from(`\ufeff${svg(declare('UTF-16'), '\r\n')}`, 'utf16le')],
  ])('%s', async (_, bytes) => {
    const { tree, result } = await buildBytes(bytes);
    expect(tree['sprite.svg']).toContain(DRAWN);
    expect(tree['sprite.svg']).not.toMatch(/[\r\n\ufeff]/);
    expect(result?.icons[0]?.title).toBe('Café');
  });

  test('windows-1252 has letters that ISO-8859-1 has not', async () => {
    const bytes = Buffer.from(
      svg(declare('windows-1252')).replace('Café', 'Caf\x80 \x93é\x94'),
      'latin1',
    );
    expect((await buildBytes(bytes)).result?.icons[0]?.title).toBe('Caf€ “é”');
  });

  test('text in two lines is drawn in one', async () => {
    const text = (lines: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text y="20">a${lines}b</text></svg>`;
    const [dos, unix] = await Promise.all(
      ['\r\n', '\n'].map((lines) => buildBytes(Buffer.from(text(lines)), ['text-element'])),
    );
    expect(dos?.tree['sprite.svg']).toBe(unix?.tree['sprite.svg']);
  });
});

describe('bytes that cannot be read are told', () => {
  test.each([
    ['an unknown encoding', Buffer.from(svg(declare('klingon'))), "'klingon' is not known"],
    ['Latin-1 that declares UTF-8', Buffer.from(svg(declare('UTF-8')), 'latin1'), 'UTF-8'],
    ['Latin-1 that declares nothing', Buffer.from(svg(), 'latin1'), 'UTF-8'],
  ])('%s', async (_, bytes, part) => {
    const { error } = await buildBytes(bytes, ['not-svg']);
    expect(error?.diagnostics[0]?.message).toContain(part);
  });
});

/** The document type that Illustrator writes. */
const doctype = (more = '') => `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 16.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_graphs "http://ns.adobe.com/Graphs/1.0/">
	<!ENTITY ns_vars "http://ns.adobe.com/Variables/1.0/">
	<!ENTITY ns_imrep "http://ns.adobe.com/ImageReplacement/1.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
	${more}
]>
`;
const root = (body: string) =>
  `<svg version="1.1" id="Layer_1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns:graph="&ns_graphs;" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" x="0px" y="0px" width="24px" height="24px" viewBox="0 0 24 24" style="overflow:visible;enable-background:new 0 0 24 24;" xml:space="preserve">${body}</svg>`;
const SWITCH = `
<switch>
	<foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1">
		<i:pgfRef xlink:href="#adobe_illustrator_pgf"></i:pgfRef>
	</foreignObject>
	<g i:extraneous="self">
		<defs><path id="SVGID_1_" d="M4 4h16v16H4z"/></defs>
		<use xlink:href="#SVGID_1_" fill="#FF0000"/>
	</g>
</switch>
<i:pgf id="adobe_illustrator_pgf">eJzVfWuPHbeR6GcB8z</i:pgf>
`;

describe('entities of the internal document type', () => {
  test('as Illustrator writes them', async () => {
    const { tree } = await buildBytes(Buffer.from(doctype() + root(SWITCH)));
    expect(tree['sprite.svg']).toMatch(/<use [^>]*href="#a_a"/);
    expect(tree['sprite.svg']).not.toMatch(/&|ENTITY|pgf|foreignObject|adobe/);
  });

  test('as Illustrator writes them for styles', async () => {
    const text =
      doctype('<!ENTITY st0 "fill:#FF0000;"><!ENTITY st1 "stroke:#0000FF;">') +
      root('<path style="&st0;&st1;" d="M4 4h16v16H4z"/>');
    const { tree } = await buildBytes(Buffer.from(text));
    expect(tree['sprite.svg']).toMatch(/fill(=|:)"?(red|#FF0000|#f00)/i);
    expect(tree['sprite.svg']).toMatch(/stroke(=|:)"?(blue|#0000FF|#00f)/i);
  });

  test('in UTF-16 with lines of DOS', async () => {
    const text = (doctype() + root(SWITCH)).replaceAll('\n', '\r\n').replace('utf-8', 'utf-16');
    const [utf16, utf8] = await Promise.all([
      buildBytes(Buffer.from(`\ufeff${text}`, 'utf16le')),
      buildBytes(Buffer.from(doctype() + root(SWITCH))),
    ]);
    expect(utf16.tree['sprite.svg']).toBe(utf8.tree['sprite.svg']);
  });

  test('that stand for one another', async () => {
    const text =
      doctype('<!ENTITY red "#F00"><!ENTITY paint "fill:&red;">') +
      root('<path style="&paint;" d="M4 4h16v16H4z"/>');
    const { tree } = await buildBytes(Buffer.from(text));
    expect(tree['sprite.svg']).toMatch(/fill(=|:)"?(red|#F00)/i);
  });

  test('that are not defined are a parse error with its place', async () => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n<path fill="&ink;" d="M4 4h16v16H4z"/></svg>`;
    const { error } = await buildBytes(Buffer.from(text), ['parse-error']);
    expect(error?.diagnostics[0]?.where?.line).toBe(2);
  });

  test('that grow without end are refused, and soon', async () => {
    const lols = Array.from(
      { length: 12 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    );
    const text = `<!DOCTYPE svg [<!ENTITY l0 "lol">${lols.join('')}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text y="9">&l12;</text><path d="M4 4h16v16H4z"/></svg>`;
    await buildBytes(Buffer.from(text), ['entities-too-large']);
  }, 120_000);

  test('that stand for themselves are refused, and soon', async () => {
    const text =
      '<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="&a;" d="M4 4h16v16H4z"/></svg>';
    await buildBytes(Buffer.from(text), ['entities-too-large']);
  }, 120_000);

  test('that are files are not read', async () => {
    const text =
      '<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text y="9">&file;</text><path d="M4 4h16v16H4z"/></svg>';
    const { error } = await buildBytes(Buffer.from(text), ['parse-error']);
    expect(error).toBeDefined();
  });
});
