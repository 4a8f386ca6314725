import { jsLiteral } from '../../core/escape.ts';
import { NOTICE } from '../notice.ts';
import { componentName, componentOutput, namedExport } from './component.ts';
import { escapeCharacters, type MarkupDialect, quotedValue, toMarkup } from './markup.ts';
import type { IconOutput } from './output.ts';

const ANGULAR: MarkupDialect = {
  text: (text) => escapeCharacters(text, /[&<>{}@]/g),
  value: (value) => quotedValue(value, /[&<>"{}@]/g),
  tag: (name) => ({ start: `svg:${name}`, end: `svg:${name}` }),
};

/**
 * Components for Angular, on an `<svg>` element of the app, which keeps its attributes:
 * `<svg iconHome width="16"></svg>`.
 */
export const angularOutput: IconOutput = componentOutput({
  folder: 'angular',
  extension: '.ts',
  exportLine: namedExport,
  write({ icon, component, doc, attributes, nodes }) {
    const host = attributes.map(
      ([name, value]) => `    ${jsLiteral(name)}: ${jsLiteral(value)},\n`,
    );
    const selectors = [component, ...icon.aliases.map(componentName)].map(
      (name) => `svg[${name.charAt(0).toLowerCase()}${name.slice(1)}]`,
    );
    return `// ${NOTICE}
import { ChangeDetectionStrategy, Component, Input, ViewEncapsulation } from '@angular/core';

${doc}
@Component({
  selector: '${selectors.join(', ')}',
  standalone: true,
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  host: {
${host.join('')}    '[attr.role]': "label ? 'img' : null",
    '[attr.aria-label]': 'label',
    '[attr.aria-hidden]': "label ? null : 'true'",
  },
  template: ${jsLiteral(toMarkup(nodes, ANGULAR))},
})
export class ${component} {
  /** Text for screen readers. Default: none, for icons that only decorate. */
  @Input() label?: string;
}
`;
  },
});
