/** Sprites as an author may have them. */

/** Each fills its box: with a gradient, by a style attribute, by rules, in the text color. */
export const SPRITE = `<svg xmlns="http://www.w3.org/2000/svg">
<symbol id="box" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="currentColor"/></symbol>
<symbol id="shade" viewBox="0 0 8 8"><linearGradient id="shade_a"><stop stop-color="#00f"/><stop offset="1" stop-color="#00f"/></linearGradient><path d="M0 0h8v8H0z" fill="url(#shade_a)"/></symbol>
<symbol id="styled" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" style="fill:#0f0;mix-blend-mode:normal"/></symbol>
<symbol id="ruled" viewBox="0 0 8 8"><style>.ruled_a{fill:#f00}</style><path class="ruled_a" d="M0 0h8v8H0z"/></symbol>
</svg>`;

/** Symbols that take what the page says of colors and lines, and symbols that do not. */
export const LOOKS = `<svg xmlns="http://www.w3.org/2000/svg">
<symbol id="box" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="currentColor"/></symbol>
<symbol id="shade" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#00f"/></symbol>
<symbol id="duo" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="var(--icon-1, #111)"/></symbol>
<symbol id="line" viewBox="0 0 8 8" fill="none" stroke="currentColor" stroke-width="2"><path d="M0 0h8"/></symbol>
<symbol id="thin" viewBox="0 0 8 8" fill="none"><path d="M0 0h8"/></symbol>
</svg>`;

/** What each of them shows. */
export const COLORS = {
  box: '#000000',
  shade: '#0000ff',
  styled: '#00ff00',
  ruled: '#ff0000',
} as const;

/** A sprite that wants to act for the page that it is put into. */
export const HOSTILE = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://www.w3.org/1999/xhtml" onload="hacked=1">
<script>hacked=2</script>
<symbol id="box" viewBox="0 0 8 8" onload="hacked=3">
<script>hacked=4</script><x:script>hacked=5</x:script><x:img src="x" onerror="hacked=6"/>
<foreignObject><x:iframe srcdoc="&lt;script>parent.hacked=7&lt;/script>"/></foreignObject>
<image href="http://127.0.0.1:1/spy.svg" onerror="hacked=8"/>
<a href="javascript:hacked=9"><path d="M0 0h1v1H0z"/></a>
<path id="p" d="M0 0h8v8H0z" fill="#f0f"><set attributeName="onclick" to="hacked=10"/><animate attributeName="href" values="javascript:hacked=11" onbegin="hacked=12" dur="1s"/></path>
</symbol></svg>`;
