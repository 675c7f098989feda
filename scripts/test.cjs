// `npm test [-- vitest's arguments]`: runs the suite and ends with a line alone, `N passed, M failed`.
// With --long it runs test/**/*.long.ts instead of test/**/*.test.ts.
'use strict';

const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ensureInstalled } = require('./install.cjs');
const { ensureBuilt } = require('./build.cjs');

const root = join(__dirname, '..');

async function main() {
  const long = process.argv.includes('--long');
  const passedOn = process.argv.slice(2).filter((argument) => argument !== '--long');
  ensureInstalled();
  await ensureBuilt(); // tests start the built command line

  const folder = mkdtempSync(join(tmpdir(), 'dragoman-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...passedOn], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(long && { DRAGOMAN_TEST_LONG: '1' }) },
  });

  const { passed, failed } = count(report);
  rmSync(folder, { recursive: true, force: true });
  if (passed + failed === 0) console.error('No test ran: that is a failure, not a success.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(passed + failed === 0 ? 1 : (status ?? 1));
}

/** What vitest reported. A file that failed without a failing test (it does not compile, say) counts as one failure. */
function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

main();
