import { latin1Bytes } from './bitmap/bytes.ts';

/** Content of a data URL. */
export interface DataUrl {
  /** MIME type in lower case, without parameters; '' if it is missing. */
  readonly type: string;
  /** The `charset` parameter, or ''. */
  readonly charset: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a data URL as browsers do; `undefined` for other URLs, URLs without a comma and invalid
 * base64. Source: WHATWG Fetch, data: URL processor, and URL, which drops tabs, line breaks, outer
 * white space and the fragment, and writes letters outside ASCII as UTF-8.
 */
export function parseDataUrl(text: string): DataUrl | undefined {
  const [url = ''] = trimControls(text.replace(/[\t\n\r]/g, '')).split('#', 1);
  const header = headerOf(url);
  if (header === undefined) return undefined;
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim());
  const isBase64 = /;\s*base64$/i.test(header);
  const bytes = percentDecoded(url.slice(url.indexOf(',') + 1));
  const body = isBase64 ? decodeBase64(bytes) : bytes;
  const charset = parameters.find((part) => /^charset\s*=/i.test(part)) ?? '';
  return (
    body && {
      type: type.toLowerCase(),
      charset: charset.replace(/^[^=]*=\s*|["']/g, '').toLowerCase(),
      bytes: body,
    }
  );
}

/** Checks if a URL contains its content, readable or not. */
export function isDataUrl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what browsers skip
  return /^[\u0000-\u0020]*d[\t\n\r]*a[\t\n\r]*t[\t\n\r]*a[\t\n\r]*:/i.test(text);
}

/** The part before the comma. */
function headerOf(url: string): string | undefined {
  const comma = url.indexOf(',');
  const isData = comma >= 0 && /^data:/i.test(url);
  return isData ? url.slice('data:'.length, comma).trim() : undefined;
}

function trimControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URLs lose outer controls, too
  return text.replace(/^[\u0000-\u0020]+/, '').replace(/[\u0000-\u0020]+$/, '');
}

function percentDecoded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (!text.includes('%')) return bytes;
  let length = 0;
  for (let at = 0; at < bytes.length; at++, length++) {
    const byte = bytes[at] as number;
    const hex = byte === PERCENT ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const isEscape = /^[\da-f]{2}$/i.test(hex);
    bytes[length] = isEscape ? Number.parseInt(hex, 16) : byte;
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, length);
}

const PERCENT = 0x25;

function decodeBase64(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return latin1Bytes(atob(new TextDecoder('latin1').decode(bytes)));
  } catch {
    return undefined;
  }
}
