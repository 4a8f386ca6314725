/**
 * Syntax of template languages: an inlined sprite, and a page that a server makes of a file, are
 * read by them, and what they take for code they run. AngularJS, Vue and Handlebars `{{…}}`; Jinja
 * and Twig `{%…%}`, `{#…#}`; ERB, EJS and ASP `<%…%>`; PHP `<?…?>`; JSP, Spring, Struts,
 * Freemarker and JavaScript `${…}`, `#{…}`, `@{…}`, `*{…}`, `~{…}`, `%{…}`, `!{…}`, `[=…]`, `[#…]`;
 * Thymeleaf and Polymer `[[…]]`, `[(…)]`; Latte `{*…*}`, Closure and Smarty `{$…}`.
 */
const SYNTAX =
  /\{(?=[{%#*$@!=~^&?<[])|[%#*$@!~^&?](?=\{)|[}%#*](?=\})|\[(?=[[(#=@$])|[\])](?=\])|<(?=[%?!#])|[%?](?=>)/g;

const BRACKET = /[{}[\]<>]/;

/** Whether a text holds what a template language could take for code. */
export function hasTemplateSyntax(text: string): boolean {
  return BRACKET.test(text) && text.search(SYNTAX) >= 0;
}

/**
 * A text without template syntax.
 *
 * @param rewrite what to write for the first of two characters that begin or end code
 */
export function breakTemplateSyntax(text: string, rewrite: (character: string) => string): string {
  return BRACKET.test(text) ? text.replace(SYNTAX, rewrite) : text;
}

/** JSON in which no string holds template syntax; the values stay what they are. */
export function withoutTemplateSyntax(json: string): string {
  // Most have none, in strings or between them.
  if (!hasTemplateSyntax(json)) return json;
  return json.replace(STRING, (literal) => breakTemplateSyntax(literal, unicodeEscape));
}

const STRING = /"(?:[^"\\]|\\.)*"/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
