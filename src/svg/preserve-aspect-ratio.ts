/** Alignment and scaling of a viewBox in its viewport. Source: SVG 2, 8.7. */
export interface PreserveAspectRatio {
  readonly align: 'none' | `x${'Min' | 'Mid' | 'Max'}Y${'Min' | 'Mid' | 'Max'}`;
  readonly meetOrSlice: 'meet' | 'slice';
}

const GRAMMAR =
  /^[ \t\n\f\r]*(none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:[ \t\n\f\r]*(meet|slice))?[ \t\n\f\r]*$/;

/** Parses the attribute; `undefined` if browsers ignore it. Case-sensitive. */
export function parsePreserveAspectRatio(text: string): PreserveAspectRatio | undefined {
  const match = GRAMMAR.exec(text);
  if (!match) return undefined;
  return {
    align: match[1] as PreserveAspectRatio['align'],
    meetOrSlice: (match[2] ?? 'meet') as PreserveAspectRatio['meetOrSlice'],
  };
}

/** Writes the shortest spelling: `meet` is the default, and irrelevant for `none`. */
export function serializePreserveAspectRatio({ align, meetOrSlice }: PreserveAspectRatio): string {
  return meetOrSlice === 'meet' || align === 'none' ? align : `${align} slice`;
}
