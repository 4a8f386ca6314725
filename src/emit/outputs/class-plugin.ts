import { jsLiteral } from '../../core/escape.ts';
import type { FilePart, OutputFile } from '../../core/types.ts';
import { NOTICE } from '../notice.ts';
import { classStyle } from './class-style.ts';
import type { IconOutput } from './output.ts';

/** Module for a tool that creates the classes a page uses. */
interface ClassPlugin {
  /** File name: `tailwind.mjs`. */
  readonly file: string;
  /** Code after the constant `styles`: icon → declarations. */
  readonly code: string;
  /** Declarations of the module. Default: none. */
  readonly types?: OutputFile;
}

/** Output with the declarations of all icons and aliases, and the code that hands them to a tool. */
export function classPluginOutput({ file, code, types }: ClassPlugin): IconOutput {
  return {
    folder: 'outputs',
    open(_, { storePart }) {
      const entries: FilePart[] = [];
      const aliases: string[] = [];
      return {
        add(icons) {
          if (icons.length === 0) return [];
          const lines = icons.map(
            (icon) => `  ${jsLiteral(icon.name)}: ${jsLiteral(classStyle(icon))},\n`,
          );
          entries.push(storePart(lines.join('')));
          for (const { name, aliases: others } of icons) {
            aliases.push(
              ...others.map(
                (alias) => `styles[${jsLiteral(alias)}] = styles[${jsLiteral(name)}];\n`,
              ),
            );
          }
          return [];
        },
        end: () => [
          ...(types ? [{ path: types.path, parts: [types.contents] }] : []),
          {
            path: file,
            parts: [
              `// ${NOTICE}\n\nconst styles = {\n`,
              ...entries,
              '};\n',
              ...aliases,
              '\n',
              code,
            ],
          },
        ],
      };
    },
  };
}
