/** What is told while developing: what is wrong, and how to mend it. */
export const MESSAGES = {
  'unknown-icon': {
    message: "There is no icon '{name}' in the set.{suggestion}",
    fix: 'Correct the name, or add the drawing to the icons folder and build again.',
  },
  'no-name': {
    message: 'An icon has no name.',
    fix: 'Give it one: <Icon name="…">. If it comes with data, draw the icon once the data is there.',
  },
  'prop-ignored': {
    message: "The icon '{name}' does not follow {property}: {reason}.",
    fix: '{fix}',
  },
  'no-set': {
    message: 'The component has no icons: it was not given any set.',
    fix: 'Add the bundler plugin, or make the component with createIcon(set) from the icons.js that iconloom build writes.',
  },
  'two-copies': {
    message: 'Two copies of iconloom are in this page.',
    fix: "See 'npm ls iconloom', and let all parts of the app use one version.",
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
    message: "Another sprite has replaced the symbol '{id}' in the page by another drawing.",
    fix: "Give each sprite a prefix of its own, or keep both with inlineSprite(svg, { onConflict: 'rename' }).",
  },
  'sprite-missing': {
    message: '{reason}',
    fix: "Serve the sprite of the last build at this address. iconHref's base, or the option base, says where the folder is.",
  },
  'symbol-missing': {
    message: "The sprite {url} has no symbol '{id}'.{suggestion}",
    fix: 'Build the sprite and the names together, and serve what was built last.',
  },
  'icon-not-fetched': {
    message: '{reason}',
    fix: "Let the page's origin read from the development server: Vite's server.cors, and connect-src of the page's policy.",
  },
  'not-inlined': {
    message: "The page has no symbol '{id}', to which '#{id}' refers.",
    fix: "Put the sprite into the page: import 'virtual:iconloom/inline', inlineSprite() or loadSprite().",
  },
  'cross-origin': {
    message: 'The sprite {url} lies on another origin, where <use> cannot reach it.',
    fix: "Serve it from the page's own origin, or use loadSprite() and localSet() of iconloom/cross-origin.",
  },
} as const;

export type Code = keyof typeof MESSAGES;
