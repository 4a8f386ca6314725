import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prettyMigration } from '../../src/cli/report/migrate.ts';
import { readProject } from '../../src/init/project.ts';
import { planMigration } from '../../src/migrate/plan-migration.ts';
import { applyPlan } from '../../src/rename/apply.ts';
import { readTree, temporaryFolder } from './test-build.ts';

const CASES = fileURLToPath(new URL('../fixtures/migrate/', import.meta.url));

/**
 * A folder for each behavior: `before` is a project, `after` holds the files that are to be different
 * or new, and `by-hand.txt` what is listed.
 */
test.each(readdirSync(CASES))('%s', async (name) => {
  const cwd = temporaryFolder();
  cpSync(join(CASES, name, 'before'), cwd, { recursive: true });
  const before = readTree(cwd);
  const plan = await planMigration(readProject(cwd));
  expect(readTree(cwd)).toEqual(before);
  applyPlan(plan);
  const after = readTree(cwd);
  const different = Object.entries(after).filter(([file, text]) => before[file] !== text);
  const expected = join(CASES, name, 'after');
  expect(Object.fromEntries(different)).toEqual(existsSync(expected) ? readTree(expected) : {});

  const byHand = prettyMigration({ ...plan, tools: [], created: [], added: [], edits: [] }).trim();
  await expect(`${byHand}\n`).toMatchFileSnapshot(join(CASES, name, 'by-hand.txt'));

  const again = await planMigration(readProject(cwd));
  expect(again.files.map(({ file }) => file)).toEqual([]);
});
