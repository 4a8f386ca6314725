/** Problems with files that a build writes or compares. */
export const OUTPUTS_DIAGNOSTICS = {
  'output-clash': {
    severity: 'error',
    about: 'usage',
    message: 'Two outputs have this file name.',
    hint: 'Rename the folder that the sprite is named after, or remove the layout.',
    cause:
      'Two files of one build would have the same path, for example a sprite named after the folder sprite-view and the view layout of the main sprite.',
    fix: 'Rename the folder, or remove the layout.',
    example: {},
  },
  'would-overwrite': {
    severity: 'error',
    about: 'usage',
    message: 'The sprite would overwrite this file, which is also an input.',
    hint: 'Rename the source file or choose another output folder. If it is an old sprite, delete it.',
    cause: 'A file in the output folder has the name of a sprite, and is also read as an icon.',
    fix: 'Rename the source file, delete it if it is an old sprite, or choose another output folder.',
    example: {},
  },
  'foreign-manifest': {
    severity: 'error',
    about: 'usage',
    message: 'The manifest would overwrite this file, which iconloom did not write.',
    hint: 'Choose another folder with --out, or delete the file if it is not needed.',
    cause:
      'The output folder has a manifest.json that another tool wrote, for example a web app manifest.',
    fix: 'Choose another folder with --out, or delete the file if nothing needs it.',
    example: {},
  },
  'out-locked': {
    severity: 'error',
    about: 'icon',
    message: 'Another build is writing to the output folder: {who}.',
    hint: 'Wait until it ends, then build again. If no such build is running, delete this file.',
    cause:
      'A lock file in the output folder shows that another build is writing there. Two builds at once would mix their files.',
    fix: 'Wait until the other build ends. The lock of a build that was killed expires after a minute at most; to continue at once, delete the lock file.',
    example: { who: 'process 4711 on build-2, since 10:31' },
  },
  'write-failed': {
    severity: 'error',
    about: 'icon',
    message: 'Cannot write the file: {reason}',
    hint: '{fix}',
    cause:
      'The system did not allow writing the file: permissions are missing, the disk is full or read-only, or another program has the file open.',
    fix: 'Follow the hint of the message, and run the command again. The last outputs are unchanged.',
    example: {
      reason: 'permission denied.',
      fix: 'Give yourself the right to write to the file and its folder, or choose another with --out.',
    },
  },
  'shards-unusable': {
    severity: 'error',
    about: 'usage',
    message: 'Cannot merge the partial results: {reason}.',
    hint: 'Build all shards again with the same source files, options and version, and pass all of them to iconloom merge.',
    cause:
      'The partial results come from different versions, options or source files, are damaged, or some of them are missing.',
    fix: 'Build all shards again from the same commit and with the same options, and pass all of them to iconloom merge.',
    example: { reason: 'part 2 of 3 is missing' },
  },
  'outputs-stale': {
    severity: 'error',
    about: 'icon',
    message: 'The outputs in {out} are out of date: {what}.',
    hint: 'Run {command}, and commit the result.',
    cause:
      'A build would write other files than those in the output folder. Source files or options have changed since the last build.',
    fix: 'Build again and commit the outputs together with the source files.',
    example: { out: 'dist/icons', what: 'sprite.svg differs', command: 'iconloom build' },
  },
  'outputs-uncommitted': {
    severity: 'info',
    about: 'icon',
    message: 'The outputs in {out}, which git ignores, are out of date: {what}.',
    hint: 'Run {command}.',
    cause:
      'The outputs are out of date, but git ignores the folder, so they are probably built on deployment.',
    fix: 'Build again if you use the outputs locally. To make this an error, use --drift.',
    example: { out: 'dist/icons', what: 'sprite.svg differs', command: 'iconloom build' },
  },
  'outputs-missing': {
    severity: 'info',
    about: 'icon',
    message: 'There is no build in {out} to compare with.',
    hint: 'Run {command} to create one. With --drift, this is an error.',
    cause:
      'iconloom check compares the outputs with what a build would write, but the output folder has no manifest of a build.',
    fix: 'Build once. To skip the comparison, use --no-drift.',
    example: { out: 'dist/icons', command: 'iconloom build' },
  },
  'svg-sprite-missing': {
    severity: 'error',
    about: 'usage',
    message: 'Layouts need the package svg-sprite, which is not installed.',
    hint: 'Install it, for example with `npm install --save-dev svg-sprite`.',
    cause: 'The layouts option uses the package svg-sprite, which is an optional dependency.',
    fix: 'Install svg-sprite, or remove layouts from the configuration.',
    example: {},
  },
  'output-omits': {
    severity: 'warning',
    about: 'icon',
    message: 'The icon {name} is not in the output {output}: {reason}.',
    hint: 'Use the icon from the sprite, or change its source file.',
    cause:
      'An additional output cannot hold the icon. It is left out there, so that no wrong picture is shown; all other outputs have it.',
    fix: 'Use the icon from the sprite in that place, or change its source file as the message says.',
    example: {
      name: 'spinner',
      output: 'react-native/spinner.tsx',
      reason: 'react-native-svg does not draw <animate>',
    },
  },
  'output-icon-unknown': {
    severity: 'warning',
    about: 'usage',
    message: "The output {output} asks for the icon '{icon}', which does not exist.{suggestion}",
    hint: 'Correct the name in `outputs`, or remove it.',
    cause:
      'The option outputs lists the icons of one output, and a name is neither an icon nor an alias.',
    fix: 'Correct the name in the configuration, or add the icon.',
    example: { output: 'css', icon: 'hom', suggestion: " Did you mean 'home'?" },
  },
} as const;
