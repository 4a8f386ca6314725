/**
 * Syntax of template languages, which read inlined sprites and pages that a server generates, and run
 * what they take for code. AngularJS, Vue and Handlebars `{{…}}`; Jinja
 * and Twig `{%…%}`, `{#…#}`; ERB, EJS and ASP `<%…%>`; PHP `<?…?>`; JSP, Spring, Struts,
 * Freemarker and JavaScript `${…}`, `#{…}`, `@{…}`, `*{…}`, `~{…}`, `%{…}`, `!{…}`, `[=…]`, `[#…]`;
 * Thymeleaf and Polymer `[[…]]`, `[(…)]`; Latte `{*…*}`, Closure and Smarty `{$…}`.
 */
const TEMPLATE_SYNTAX =
  /\{(?=[{%#*$@!=~^&?<[])|[%#*$@!~^&?](?=\{)|[}%#*](?=\})|\[(?=[[(#=@$])|[\])](?=\])|<(?=[%?!#])|[%?](?=>)/g;

const BRACKET = /[{}[\]<>]/;

/** Checks whether a text contains anything that a template language could run as code. */
export function hasTemplateSyntax(text: string): boolean {
  return BRACKET.test(text) && text.search(TEMPLATE_SYNTAX) >= 0;
}

/**
 * Removes template syntax from a text.
 *
 * @param rewrite what to write for the first of two characters that begin or end code
 */
export function breakTemplateSyntax(text: string, rewrite: (character: string) => string): string {
  return BRACKET.test(text) ? text.replace(TEMPLATE_SYNTAX, rewrite) : text;
}

/** Escapes template syntax in the strings of JSON. The values stay the same. */
export function escapeTemplateSyntax(json: string): string {
  // Most texts have none, in strings or between them.
  if (!hasTemplateSyntax(json)) return json;
  return json.replace(JSON_STRING, (literal) => breakTemplateSyntax(literal, unicodeEscape));
}

const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
