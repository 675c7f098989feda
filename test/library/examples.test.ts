import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What each example prints. */
const PRINTED: Readonly<Record<string, RegExp>> = {
  'databases.mjs':
    /^text TEXT, day DATE \[\{"text":"write home","day":"2026-11-26"\}\]\nkept as 3\nCONSTRAINT_VIOLATION\nbuy milk, write home\ncall Ann\nnotes: 3 columns\n$/,
  'embedded-service.mjs': /^\{"data":\{"query":\{"rows":\[\{"answer":42\}\]\}\}\}\n$/,
  'translate.mjs':
    /^SELECT name \|\| '!' AS loud, .+\nWARNING DIVISION_TYPES at 1:29\nUPDATE \[ 'users' \] [0-9a-f]{16}\nquery\n\[ .+, 'SELECT 2' \]\nUNTRANSLATABLE \{ line: 1, column: 8 \} .+\n$/,
};

describe('the examples', async () => {
  const files = await readdir(join(root, 'examples'));

  it('are all run here', () => expect(files.sort()).toEqual(Object.keys(PRINTED).sort()));

  it.each(files)('%s runs', async (file) => {
    const { stdout, stderr } = await run(process.execPath, [join('examples', file)], { cwd: root });
    expect(stderr).toBe('');
    expect(stdout).toMatch(PRINTED[file] ?? /^$/);
  });

  it.each(files)('%s stands in docs/library.md as it is', async (file) => {
    const [, ...lines] = (await readFile(join(root, 'examples', file), 'utf8')).split('\n');
    const docs = await readFile(join(root, 'docs/library.md'), 'utf8');
    expect(docs).toContain(`<!-- examples/${file} -->\n\n\`\`\`js\n${lines.join('\n')}\`\`\``);
  });
});
