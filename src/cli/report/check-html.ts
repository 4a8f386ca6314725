import { openCatalog } from '../../emit/catalog.ts';
import { emitSvg } from '../../emit/svg.ts';
import { readCatalogPage } from '../../node/catalog-page.ts';
import { partText } from '../../node/output-buffer.ts';
import { setIdentity } from '../../pipeline/set-identity.ts';
import type { CheckReporter } from './check.ts';
import { prettyReporter } from './check-pretty.ts';

/** Reporter of a check as the catalog in one HTML file, with the problems of each icon. */
export const htmlReporter: CheckReporter = {
  result({ result: { sprites, diagnostics }, base, cwd }) {
    const host = { page: readCatalogPage, identity: () => setIdentity({ inputs: [], cwd }) };
    const catalog = openCatalog({ catalog: 'file', base }, host);
    for (const sprite of sprites) catalog.add(sprite, emitSvg(sprite));
    const parts = catalog.end(diagnostics).flatMap((file) => file.parts);
    return parts.map(partText).join('');
  },
  failure: prettyReporter().failure,
};
