import { basename } from 'node:path';
import { isError } from '../../core/diagnostics.ts';
import { jsonText } from '../../core/one-line.ts';
import { changelogOf } from '../../diff/changelog.ts';
import { isEmpty } from '../../diff/compare.ts';
import { diffIcons } from '../../diff/diff-icons.ts';
import type { IconDiff } from '../../diff/model.ts';
import { toJson } from '../../diff/report/json.ts';
import { type ReportFile, writeReports } from '../../diff/write-reports.ts';
import { resolveProject } from '../../node/resolve-project.ts';
import { EXIT } from '../exit.ts';
import type { DiffFlags } from '../flags.ts';
import { loadCliConfig } from '../load-cli-config.ts';
import { prettyDiff } from '../report/diff.ts';
import { escapeLine } from '../report/escape-line.ts';
import { reportFailure } from '../report/failure.ts';
import { savePictures } from '../report/pictures.ts';
import { prettyDiagnostics } from '../report/problems.ts';

/** Runs `iconloom diff`: reports changes of the icons. Returns the exit code. */
export async function runDiff(ref: string | undefined, flags: DiffFlags): Promise<number> {
  const { config: file, json = false, exitCode = false, folder } = flags;
  try {
    const { config, ...origin } = await loadCliConfig([], {
      ...(file !== undefined && { config: file }),
    });
    const { diff, diagnostics } = await diffIcons(resolveProject(config, origin), {
      ...{ ref, folder, package: flags.package },
    });
    const reports = await reportsOf(diff, flags);
    const [shown, written] = [
      savePictures(diagnostics),
      reports.filter(({ path }) => path !== '-'),
    ];
    writeReports(written, origin.cwd);
    const printed = reports.filter(({ path }) => path === '-').map(({ contents }) => contents);
    if (json) {
      const files = written.map(({ path }) => path);
      const all = { ok: true, ...toJson(diff), files, diagnostics: shown };
      process.stdout.write(`${jsonText(all)}\n`);
    } else {
      process.stderr.write(prettyDiagnostics(shown));
      if (printed.length === 0) process.stdout.write(prettyDiff(diff));
      for (const text of printed) process.stdout.write(text);
      for (const { path } of written) process.stderr.write(`written: ${escapeLine(path)}\n`);
    }
    const differs = exitCode && !isEmpty(diff);
    return diagnostics.some(isError) || differs ? EXIT.icons : EXIT.ok;
  } catch (error) {
    return reportFailure(error, { json, outcome: 'Nothing compared.' });
  }
}

/** Creates the requested reports; one whose path is `-` replaces the summary. */
async function reportsOf(diff: IconDiff, flags: DiffFlags): Promise<readonly ReportFile[]> {
  const { html, markdown, png, changelog, imageBase } = flags;
  const reports: ReportFile[] = [];
  if (html !== undefined) {
    const { renderHtml } = await import('../../diff/report/html.ts');
    reports.push({ path: html, contents: renderHtml(diff) });
  }
  if (markdown !== undefined) {
    const { renderMarkdown } = await import('../../diff/report/markdown.ts');
    const image = imageBase && imageUrl(imageBase, png);
    reports.push({ path: markdown, contents: renderMarkdown(diff, image) });
  }
  if (png !== undefined) {
    const { renderContactSheet } = await import('../../diff/report/contact-sheet.ts');
    reports.push({ path: png, contents: await renderContactSheet(diff) });
  }
  if (changelog !== undefined) reports.push({ path: changelog, contents: changelogOf(diff) });
  return reports;
}

/** Returns the URL of the sheet. A base that ends with a slash is its folder. */
function imageUrl(base: string, png: string | undefined): string {
  return base.endsWith('/') && png !== undefined ? base + basename(png) : base;
}
