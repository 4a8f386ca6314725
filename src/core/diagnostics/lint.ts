/** Problems with the settings of `iconloom check`. The rules have codes of their own, which rules.md describes. */
export const LINT_DIAGNOSTICS = {
  'unknown-rule': {
    severity: 'error',
    about: 'usage',
    message: "Unknown rule '{rule}'.{suggestion}",
    hint: 'Correct the name in lint.rules, or remove it. Known rules: {known}.',
    cause: 'lint.rules names a rule that does not exist. It may be misspelled.',
    fix: 'Correct the name. docs/rules.md lists all rules.',
    example: {
      rule: 'stroke-widht',
      suggestion: " Did you mean 'stroke-width'?",
      known: 'view-box, live-area, stroke-width',
    },
  },
  'invalid-rule': {
    severity: 'error',
    about: 'usage',
    message:
      "The rule '{rule}' must be 'off', 'info', 'warning', 'error', or a list of one of these and an object of options, not {received}.{suggestion}",
    hint: "Write lint.rules: { '{rule}': 'warning' }, or { '{rule}': ['warning', { … }] }.",
    cause:
      'The setting of a rule is neither a severity nor a list of a severity and an object with options.',
    fix: 'Write a severity, or a list with a severity and options, as the hint shows.',
    example: { rule: 'colors', received: "'warn'", suggestion: " Did you mean 'warning'?" },
  },
  'unknown-rule-option': {
    severity: 'error',
    about: 'usage',
    message: "The rule '{rule}' has no option '{option}'.{suggestion}",
    hint: '{known}',
    cause: 'A rule is configured with an option that it does not have.',
    fix: 'Correct the name of the option. docs/rules.md lists the options of each rule.',
    example: {
      rule: 'stroke-width',
      option: 'widht',
      suggestion: " Did you mean 'width'?",
      known: 'Correct the name in lint.rules, or remove it; its options are: width, agree.',
    },
  },
  'invalid-rule-option': {
    severity: 'error',
    about: 'usage',
    message:
      "The option '{option}' of the rule '{rule}' must be {expected}, not {received}.{suggestion}",
    hint: 'Change it in lint.rules. Its description: {about}.',
    cause: 'An option of a rule has a value of the wrong type or outside of the allowed values.',
    fix: 'Write a value that the message allows. docs/rules.md describes each option.',
    example: {
      option: 'width',
      rule: 'stroke-width',
      expected: "a number or 'set'",
      received: "'2px'",
      suggestion: '',
      about: 'How thick lines are, in px of the drawing, or `set` for what most drawings have',
    },
  },
  'baseline-invalid': {
    severity: 'error',
    about: 'usage',
    message: 'The baseline cannot be used: {reason}.',
    hint: 'Update iconloom if the file is from a newer version; else restore the file, or delete it and run `iconloom check --update-baseline`. `--no-baseline` checks without it.',
    cause:
      'The file with known problems is missing, damaged, not readable, or from a newer version of iconloom.',
    fix: 'Restore the file, or write it again with iconloom check --update-baseline.',
    example: { reason: 'it is not a baseline of iconloom' },
  },
  'baseline-stale': {
    severity: 'info',
    about: 'icon',
    message: 'The baseline lists more problems than there are: {entries}.',
    hint: 'Run `iconloom check --update-baseline` to remove what is no longer needed.',
    cause: 'Problems of the baseline were fixed, or their files were renamed or deleted.',
    fix: 'Update the baseline, so that it cannot hide new problems.',
    example: { entries: 'icons/home.svg (stroke-width)' },
  },
  'exception-unknown': {
    severity: 'error',
    about: 'icon',
    message: "Unknown rule '{rule}' in suppressions.{suggestion}",
    hint: 'Correct the name in suppressions, or remove it. Known rules: {known}.',
    cause: 'The metadata of an icon suppresses a rule that does not exist.',
    fix: 'Correct the name of the rule, or remove the suppression.',
    example: {
      rule: 'live-aera',
      suggestion: " Did you mean 'live-area'?",
      known: 'view-box, live-area',
    },
  },
  'exception-unused': {
    severity: 'warning',
    about: 'icon',
    message: "The suppression of '{rule}' is not needed: the icon passes the rule.",
    hint: 'Remove it from suppressions.',
    cause: 'The metadata of an icon suppresses a rule, but the icon now passes it.',
    fix: 'Remove the suppression, so that the rule reports future problems.',
    example: { rule: 'live-area' },
  },
  'fix-refused': {
    severity: 'warning',
    about: 'icon',
    message: 'The fixes for this file were not written: {reason}.',
    hint: 'Fix the file in a design tool, as the other problems of the file describe.',
    cause:
      'iconloom check --fix had changes for the file, but did not write them because the fixed file could not be built or written.',
    fix: 'Fix the problems of the file in your design tool.',
    example: { reason: 'the file has changed meanwhile' },
  },
} as const;
