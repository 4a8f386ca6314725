/**
 * Runs in the browser: what is wrong with a sprite, by the browser's own parsers. Written apart
 * from the sanitizer and its tables, so that a mistake there is not made here, too.
 */
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const XML = 'http://www.w3.org/XML/1998/namespace';
  const HARMLESS = new Set(
    (
      'svg symbol g defs use switch style path rect circle ellipse line polyline polygon image ' +
      'linearGradient radialGradient stop pattern marker clipPath mask filter feBlend ' +
      'feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
      'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
      'feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight ' +
      'feSpecularLighting feSpotLight feTile feTurbulence ' +
      'animate animateMotion animateTransform mpath set text tspan textPath'
    ).split(' '),
  );
  /** Attributes that act on the page around, on its readers, or that only tell about the author. */
  const FORBIDDEN =
    /^(on.*|data-.*|aria-.*|role|tabindex|autofocus|focusable|contenteditable|spellcheck|accesskey|popover|slot|part|exportparts|is|name|nonce|title|alt|lang|item.*|about|property|typeof|content|target|ping|download|xml:(?!space).*|xmlns:.*|xlink:.*|src.*|action|formaction|author|generator|version|baseprofile|contentscripttype|zoomandpan|requiredextensions)$/i;
  const OUTSIDE_CSS =
    /@(import|font-face|namespace|charset|property|counter-style|view-transition|page|font-palette-values)\b|(?<![-\w])(expression|src|image)\s*\(|(?<!transition-)behavior\s*:|-moz-binding|javascript:|vbscript:/i;
  const ADDRESS = /(?:url|image-set|cross-fade)\(\s*["']?\s*(?!\s*["']?#)[^\s"')]/i;

  function unescapeCss(text) {
    return text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\\(?:([0-9a-f]{1,6})\s?|\n|([\s\S]))/gi, (_, hex, char) =>
        hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : (char ?? ''),
      );
  }

  function decodeUrl(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function flawsOfCss(css, where) {
    const text = unescapeCss(css);
    const found = [OUTSIDE_CSS.exec(text)?.[0], ADDRESS.exec(text)?.[0]].filter(Boolean);
    return found.map((each) => `${where} holds ${each}`);
  }

  function flawsOfLink(element, value) {
    const place = `href on <${element.localName}>`;
    if (/^#[\w.-]+$/.test(value)) return [];
    if (!/^(image|feImage)$/.test(element.localName)) return [`${place} is ${value.slice(0, 40)}`];
    const bitmap = /^data:image\/(png|jpeg|gif|webp);base64,([\w+/=]+)$/.exec(value);
    if (bitmap) return flawsOfWords(atob(bitmap[2]), place);
    if (!value.startsWith('data:image/svg+xml,')) return [`${place} is ${value.slice(0, 40)}`];
    const inner = decodeUrl(value.slice('data:image/svg+xml,'.length));
    // Words that are drawn in an image are no text to anyone.
    const flaws = window
      .flawsOf(inner, undefined)
      .filter((flaw) => !/^(a text node|text holds .+)$/.test(flaw));
    return flaws.map((flaw) => `in the image: ${flaw}`);
  }

  function flawsOfWords(text, where) {
    // Names of variables stay, since that is how a page sets an icon's colors.
    const known = text.replace(/var\(\s*--[^\s,()]+/gi, 'var(');
    const decoded = unescapeCss(decodeUrl(known));
    return ['SECRET', 'TEXT', 'leak.invalid', 'leak/', 'fetch(']
      .filter((word) => known.includes(word) || decoded.includes(word))
      .map((word) => `${where} holds ${word}`);
  }

  function withoutFonts(name, value) {
    if (/^font(-family)?$/.test(name)) return '';
    return name === 'style' ? value.replace(/(^|;)font(-family)?:[^;]*/g, '') : value;
  }

  function flawsOfName(value, scope, where) {
    const isOwn = value === scope || value.startsWith(`${scope.replaceAll('-', '_')}_`);
    return isOwn ? [] : [`${where} ${value} is not the icon's own`];
  }

  function flawsOfAttribute(element, { name, value, namespaceURI, localName }, scope) {
    const where = `${name} on <${element.localName}>`;
    const isDrawing = name === 'href' && value.startsWith('data:image/svg+xml,');
    // In an image, text is drawn in fonts that have names.
    const shown = scope ? value : withoutFonts(name, value);
    const flaws = isDrawing ? [] : flawsOfWords(shown, where);
    if (name === 'xmlns') return value === SVG ? flaws : [...flaws, where];
    if (namespaceURI && !(namespaceURI === XML && localName === 'space')) flaws.push(where);
    if (FORBIDDEN.test(name)) flaws.push(where);
    if (name === 'href') flaws.push(...flawsOfLink(element, value));
    else if (!/^(id|class)$/.test(name)) flaws.push(...flawsOfCss(value, where));
    if (/^(begin|end)$/.test(name) && /accesskey/i.test(value)) flaws.push(where);
    if (!scope) return flaws;
    if (name === 'id') flaws.push(...flawsOfName(value, scope, 'id'));
    const words = name === 'class' ? value.split(/\s+/) : [];
    flaws.push(...words.flatMap((word) => flawsOfName(word, scope, 'class')));
    if (/^(begin|end)$/.test(name)) {
      const ids = [...value.matchAll(/([\w-]+)\.[a-z]/gi)].map(([, id]) => id);
      flaws.push(...ids.flatMap((id) => flawsOfName(id, scope, 'event of')));
    }
    return flaws;
  }

  function flawsOfElement(element, scope) {
    const flaws = [...element.attributes].flatMap((attribute) =>
      flawsOfAttribute(element, attribute, scope),
    );
    if (element.namespaceURI !== SVG || !HARMLESS.has(element.localName)) {
      flaws.push(`the element <${element.nodeName}>`);
    }
    const target = element.getAttribute('attributeName') ?? '';
    if (/^\s*(on|(.*:)?href|style|class|id)/i.test(target)) flaws.push(`animation of ${target}`);
    return flaws;
  }

  function flawsOfNode(node, scope) {
    if (node.nodeType === Node.ELEMENT_NODE) return flawsOfElement(node, scope);
    if (node.nodeType !== Node.TEXT_NODE) return [`a node of type ${node.nodeName}`];
    if (node.parentNode.localName !== 'style') {
      return [...flawsOfWords(node.data, 'text'), 'a text node'];
    }
    return [...flawsOfWords(node.data, '<style>'), ...flawsOfCss(node.data, '<style>')];
  }

  function nodesOf(root) {
    const walker = document.createTreeWalker(root);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  /** Elements with attributes, in order, with their depth: equal for equal trees. */
  function shapeOf(root) {
    return [...root.querySelectorAll('*')].map((element) => {
      let depth = 0;
      for (let up = element; up !== root; up = up.parentNode) depth += 1;
      const attributes = [...element.attributes]
        .filter(({ name }) => name !== 'xmlns')
        .map(({ namespaceURI, name, value }) => `${namespaceURI ?? ''}|${name}=${value}`)
        .sort();
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const text = own.map(({ data }) => data).join('');
      return `${depth} ${element.namespaceURI} ${element.localName} ${attributes} ${text}`;
    });
  }

  function wayOf(shape, expected) {
    const index = expected.findIndex((line, at) => line !== shape[at]);
    return (shape[index] ?? 'an element is gone').slice(0, 120);
  }

  /** Where an HTML parser sees another tree than an XML parser, or another one the second time. */
  function mutationsOf(text, xml) {
    const expected = shapeOf(xml);
    const parsed = new DOMParser().parseFromString(`<body>${text}`, 'text/html').body;
    // Unlike DOMParser, this parses as where scripts are enabled: <noscript> differs.
    const live = document.createElement('div');
    live.innerHTML = text;
    const again = document.createElement('div');
    again.innerHTML = live.innerHTML;
    return Object.entries({ parsed, live, again })
      .filter(([, tree]) => shapeOf(tree).join('\n') !== expected.join('\n'))
      .map(([way, tree]) => `HTML (${way}) reads ${wayOf(shapeOf(tree), expected)}`);
  }

  /**
   * @param scope id of the symbol; none inside an image, where names reach nothing
   */
  window.flawsOf = (text, scope) => {
    const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (xml.querySelector('parsererror')) return ['it is not well-formed'];
    const flaws = nodesOf(xml).flatMap((node) => flawsOfNode(node, scope));
    const ids = [...xml.querySelectorAll('[id]')].map(({ id }) => id);
    if (new Set(ids).size < ids.length) flaws.push('two elements have one id');
    return [...new Set([...flaws, ...mutationsOf(text, xml)])];
  };

  window.flawsOfAll = (sprites) => sprites.map(([text, scope]) => window.flawsOf(text, scope));

  /** All properties would take ten times as long, and a stray rule sets what can be seen. */
  const TELLING = (
    'color opacity display visibility position z-index width height inset margin-top outline ' +
    'background-color background-image border-top-color content cursor fill stroke filter ' +
    'mask-image clip-path transform font-size font-family animation-name transition-property ' +
    'pointer-events view-transition-name list-style-type --page-color'
  ).split(' ');

  /** Text that people would find in the page; a style sheet's is none. */
  function textOf(body) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      if (walker.currentNode.parentNode.localName !== 'style') text += walker.currentNode.data;
    }
    return text;
  }

  /** Everything about a page that an icon could change and must not. */
  function stateOf(page) {
    const { document: doc } = page;
    const probes = [doc.documentElement, doc.body, ...doc.querySelectorAll('.probe, .probe path')];
    const styles = probes.map((probe) => {
      const style = page.getComputedStyle(probe);
      const values = TELLING.map((property) => `${property}:${style.getPropertyValue(property)}`);
      return [probe.localName, ...values];
    });
    const attributes = probes.map((probe) =>
      ['id', 'class'].map((name) => probe.getAttribute(name)),
    );
    return {
      styles,
      title: doc.title,
      text: textOf(doc.body),
      focus: doc.activeElement?.localName,
      attributes: JSON.stringify(attributes),
    };
  }

  const sameStyle = (one, other) =>
    one.length === other?.length && one.every((v, i) => v === other[i]);

  /** What differs between two states of a page, in few words. */
  function changes(before, after) {
    const flaws = ['title', 'text', 'focus', 'attributes'].filter(
      (key) => before[key] !== after[key],
    );
    for (const [index, style] of before.styles.entries()) {
      const now = after.styles[index] ?? [];
      if (sameStyle(style, now)) continue;
      const old = new Set(style);
      const changed = now.find((value) => !old.has(value)) ?? '';
      flaws.push(`style of <${style[0]}>, ${changed.slice(0, 60)}`);
    }
    return flaws.map((flaw) => `changes the page: ${flaw}`);
  }

  function frameOf(url) {
    const frame = document.createElement('iframe');
    frame.width = '24';
    frame.height = '24';
    frame.src = url;
    return new Promise((resolve) => {
      frame.addEventListener('load', () => resolve(frame), { once: true });
      document.body.append(frame);
    });
  }

  const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Clicks and focuses everything in a document, as far as a script can. */
  function poke(doc) {
    for (const element of doc.querySelectorAll('*')) {
      for (const type of ['mouseover', 'pointerenter', 'focusin', 'click']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
    }
  }

  /** Opens documents in frames, and lets them do what they will. */
  window.openAll = async (urls) => {
    document.body.replaceChildren();
    const frames = await Promise.all(urls.map(frameOf));
    await soon(100);
    for (const { contentDocument } of frames) if (contentDocument) poke(contentDocument);
    await soon(100);
  };

  /** Opens pages that have a sprite in them, puts it in once more, and tells what each changes. */
  window.openInlined = async (plainUrl, pages) => {
    document.body.replaceChildren();
    const plain = await frameOf(plainUrl);
    const frames = await Promise.all(pages.map(({ url }) => frameOf(url)));
    for (const [index, { contentDocument }] of frames.entries()) {
      // A sprite that swallows what comes after it has no such place, and its page another text.
      const late = contentDocument.getElementById('late');
      if (late) late.innerHTML = pages[index].sprite;
    }
    await soon(100);
    const before = stateOf(plain.contentWindow);
    const flaws = frames.map(({ contentWindow }) => changes(before, stateOf(contentWindow)));
    for (const { contentDocument } of frames) poke(contentDocument);
    await soon(100);
    return flaws;
  };
})();
