/** Content that is removed or rejected because it is not safe in a page. */
export const SECURITY_DIAGNOSTICS = {
  'active-content': {
    severity: 'error',
    about: 'icon',
    message: 'The file contains active content: {found}.',
    hint: "Remove it from the file, because scripts in a sprite run on your site; or set activeContent to 'remove'.",
    cause:
      'The file contains a script, an event handler, a javascript: link or foreign HTML. In an inlined sprite it would run with the rights of your site.',
    fix: "Remove it from the file. If you trust the source and do not need the content, set activeContent to 'remove'.",
    example: { found: 'the element <script>' },
  },
  'active-content-removed': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed active content: {found}.',
    hint: 'Remove it from the file, and check where the file came from.',
    cause:
      "The file contains a script, an event handler, a javascript: link or foreign HTML, and activeContent is 'remove', so the icon was built without it.",
    fix: 'Remove it from the file. Check its origin: icons do not need scripts.',
    example: { found: 'the handler onload on <svg>' },
  },
  'outside-reference': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed an external reference: {found}.',
    hint: 'Embed the resource in the file, or delete the reference.',
    cause:
      'The icon refers to another file or address, such as an image or a style sheet. A sprite cannot load it, and it would reveal who views the page.',
    fix: 'Embed the resource in the file, or delete the reference.',
    example: { found: 'https://example.com/logo.png on <image>' },
  },
  'not-allowed': {
    severity: 'warning',
    about: 'icon',
    message: 'Removed unsupported content: {found}.',
    hint: 'Draw it in another way if the icon needs it. docs/security.md lists the supported content.',
    cause:
      'The file contains an element, attribute or value that is not on the list of content known to be safe and to work in a sprite.',
    fix: 'Draw the part with supported content, which docs/security.md lists.',
    example: { found: '@property --accent in <style>' },
  },
  'unsafe-symbol': {
    severity: 'error',
    about: 'icon',
    message: 'The icon was left out because its symbol is not safe in a page: {reason}.',
    hint: '{remedy}',
    cause:
      'The finished symbol was checked once more before it was written, and contains something that is not allowed in a page. It is a bug in iconloom or in an svgo plugin, or a partial result was changed.',
    fix: 'Follow the hint of the message. The other icons were built.',
    example: {
      reason: 'it contains a script',
      remedy:
        'This is a bug in iconloom. Report it with the file; until it is fixed, exclude the file or export it again.',
    },
  },
} as const;
