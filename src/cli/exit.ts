/** Exit codes of the command line. */
export const EXIT = {
  ok: 0,
  /** The icons or the outputs have errors. */
  icons: 1,
  /** The call or the configuration is wrong. */
  usage: 2,
  /** A bug in iconloom. Source: sysexits, EX_SOFTWARE. */
  bug: 70,
} as const;
