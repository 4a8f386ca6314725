/** Messages of development builds, with their fixes. */
export const MESSAGES = {
  'unknown-icon': {
    message: "There is no icon '{name}' in the set.{suggestion}",
    fix: 'Correct the name, or add the SVG file to the icons folder and build again.',
  },
  'no-name': {
    message: 'An icon has no name.',
    fix: 'Set its name: <Icon name="…">. If the name comes with data, render the icon when the data has loaded.',
  },
  'prop-ignored': {
    message: "The icon '{name}' does not follow {property}: {reason}.",
    fix: '{fix}',
  },
  'no-set': {
    message: 'The component has no icons: it was not given any set.',
    fix: 'Add the bundler plugin, or create the component with createIcon(set) from the icons.js that iconloom build writes.',
  },
  'two-copies': {
    message: 'Two copies of iconloom are in this page.',
    fix: "Run 'npm ls iconloom', and use one version in all parts of the app.",
  },
  'two-plugins': {
    message: 'Icons come from two sprites of two bundler plugins: {first} and {second}.',
    fix: 'Use the plugin once, with both folders as its inputs. Two apps may share a page on purpose: give each a tag of its own if they use the custom element.',
  },
  'two-sets': {
    message: 'The tag <{tag}> shows icons of two sets{name}. The first set wins.',
    fix: "Give each app a tag of its own: defineIconElement(undefined, 'shop-icon').",
  },
  'id-taken': {
    message: "The id '{id}' of an icon is also the id of {element} in the page.",
    fix: "Give the icons a prefix of their own, such as prefix: 'icon-', or change the other id.",
  },
  'symbol-replaced': {
    message: "Another sprite has replaced the symbol '{id}' in the page with another icon.",
    fix: "Give each sprite a prefix of its own, or keep both with inlineSprite(svg, { onConflict: 'rename' }).",
  },
  'sprite-missing': {
    message: '{reason}',
    fix: 'Serve the sprite of the last build at this URL. Set its folder with the option base, or the base of iconHref.',
  },
  'symbol-missing': {
    message: "The sprite {url} has no symbol '{id}'.{suggestion}",
    fix: 'Build the sprite and the names together, and serve what was built last.',
  },
  'icon-not-fetched': {
    message: '{reason}',
    fix: "Allow the page's origin to fetch from the development server: see Vite's server.cors, and connect-src of the page's policy.",
  },
  'not-inlined': {
    message: "The page has no symbol '{id}', to which '#{id}' refers.",
    fix: "Put the sprite into the page: import 'virtual:iconloom/inline', inlineSprite() or loadSprite().",
  },
  'cross-origin': {
    message: 'The sprite {url} is on another origin, from which <use> cannot load it.',
    fix: "Serve it from the page's own origin, or use loadSprite() and localSet() of iconloom/cross-origin.",
  },
} as const;

export type MessageCode = keyof typeof MESSAGES;
