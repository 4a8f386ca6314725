/** What each app shows, by id: the tag of its `<svg>`, with the attributes in order, and its href. */
export const SHOWN: Readonly<Record<string, string>> = {
  decorative:
    '<svg aria-hidden="true" height="1em" id="decorative" width="1em"> /static/sprite.svg#box',
  labelled:
    '<svg aria-label="A box" height="32" id="labelled" role="img" width="32"> /static/sprite.svg#box',
  titled:
    '<svg height="1em" id="titled" role="img" width="1em"> A titled box /static/sprite.svg#box',
  both: '<svg aria-label="Named" height="1em" id="both" role="img" width="1em"> Described /static/sprite.svg#box',
  directional:
    '<svg aria-hidden="true" class="iconloom-rtl" height="40" id="directional" width="40"> /static/sprite.svg#arrow',
  kept: '<svg aria-hidden="true" height="40" id="kept" width="40"> /static/sprite.svg#arrow',
  flipped:
    '<svg aria-hidden="true" class="iconloom-rtl mine" height="40" id="flipped" width="40"> /static/sprite.svg#box',
  colored:
    '<svg aria-hidden="true" height="40" id="colored" style="color:#00f;margin:4px" width="40"> /static/sprite.svg#box',
  duo: '<svg aria-hidden="true" height="40" id="duo" style="--icon-1:light-dark(#123456, #fedcba);--icon-2:#0f0" width="40"> /static/sprite.svg#duo',
  changing:
    '<svg aria-hidden="true" class="iconloom-rtl" data-mine="yes" height="24" id="changing" width="24"> /static/sprite.svg#arrow',
};

/** The same for a page, without what a framework marks its elements with. */
export function shownIn(html: string): Record<string, string> {
  const icons = html
    .replace(/<!--.*?-->/g, '')
    .matchAll(/<svg ([^>]*)>(?:<title[^>]*>([^<]*)<\/title>)?<use ([^>]*)><\/use><\/svg>/g);
  return Object.fromEntries(
    [...icons].map(([, svg = '', title, use = '']) => {
      const attributes = [...svg.matchAll(/([\w-]+)="([^"]*)"/g)]
        .filter(([, name]) => name !== 'data-hk')
        .map(([, name = '', value = '']) => `${name}="${plain(name, value)}"`);
      const id = /(?<![\w-])id="([^"]*)"/.exec(svg)?.[1] ?? '';
      const shown = title === undefined ? '' : `${title} `;
      return [
        id,
        `<svg ${attributes.sort().join(' ')}> ${shown}${/href="([^"]*)"/.exec(use)?.[1]}`,
      ];
    }),
  );
}

/** Frameworks join classes and declarations in their own ways. */
function plain(name: string, value: string): string {
  if (name === 'class') return value.trim().split(/\s+/).sort().join(' ');
  return name === 'style' ? value.replace(/;$/, '').replace('margin: ', 'margin:') : value;
}
