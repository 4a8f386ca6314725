/** A transform of Jest. */
interface Transform {
  process(text: string, path: string): { readonly code: string };
}

/**
 * Transform of Jest for source files of icons, which replace `iconloom:<name>` there: a module that
 * exports the value of `<use href>`, `#name`.
 */
const transform: Transform = {
  process(_, path) {
    const name = /([^\\/]*)\.svg$/.exec(path)?.[1] ?? '';
    const href = JSON.stringify(`#${name}`);
    return {
      code: `Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = ${href};\n`,
    };
  },
};

export default transform;
