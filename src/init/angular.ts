import { restyle } from '../edit/style.ts';
import { type Example, type ExampleOptions, relativeImport } from './example.ts';
import type { ProjectInfo } from './project.ts';

/**
 * Folder of static assets in Angular, and its URL, relative to the `<base href>` that every page
 * has.
 */
export function angularPublicFolder({ has }: ProjectInfo): {
  readonly folder: string;
  readonly url: string;
} {
  if (has('public') || !has('src/assets')) return { folder: 'public', url: '' };
  return { folder: 'src/assets', url: 'assets/' };
}

/** Component that shows icons by name; the compiler checks the names in templates too. */
export function angularComponent({ has }: ProjectInfo, options: ExampleOptions): Example {
  const { name, label, names = '', style } = options;
  const file = `${has('src/app') ? 'src/app' : 'src'}/icon.ts`;
  const code = `import { Component, input } from '@angular/core';
import { type IconName, iconHref } from '${relativeImport(file, names)}';

@Component({
  selector: 'app-icon',
  template: \`
    <svg
      [attr.width]="size()"
      [attr.height]="size()"
      [attr.role]="label() ? 'img' : null"
      [attr.aria-label]="label()"
      [attr.aria-hidden]="label() ? null : true"
    >
      <use [attr.href]="iconHref(name())" />
    </svg>
  \`,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(24);
  readonly label = input<string>();
  protected readonly iconHref = iconHref;
}
`;
  return {
    file,
    contents: restyle(code, { ...style, quote: "'", semicolon: ';' }),
    use: `import Icon from ${file} into a component, add it to its imports, and put <app-icon name="${name}" label="${label}" /> into its template`,
  };
}
