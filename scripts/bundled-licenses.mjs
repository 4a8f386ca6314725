import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the packages of bundled modules with the texts of their licenses, as Markdown.
 *
 * @param modules ids of all modules of a bundle; those outside of `node_modules` are our own
 * @throws {Error} when a package has no license file.
 */
export function licensesOf(modules) {
  const folders = new Set(modules.flatMap((id) => PACKAGE_FOLDER.exec(id) ?? []));
  const sections = [...folders].map(licenseSection).sort();
  return `# Licenses of bundled packages\n\n${sections.join('\n')}`;
}

const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

function licenseSection(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no license file`);
  const text = readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n');
  return `## ${name} ${version}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
