import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;
beforeAll(async () => {
  db = await TestPipeline.open();
  await mkdir(join(db.folder, 'a folder'));
  await writeFile(join(db.folder, 'a file'), '');
  await symlink(join(db.folder, 'circle'), join(db.folder, 'circle'));
  await promisify(execFile)('mkfifo', [join(db.folder, 'pipe')]);
});
afterAll(() => db.close());

/** What is said of a database at such a path. */
async function said(path: string, access: 'READ_ONLY' | 'READ_WRITE' = 'READ_WRITE'): Promise<string> {
  const started = performance.now();
  await db.add('odd', { url: `sqlite:${path}`, access });
  const { present } = db.registry.get('odd').monitor;
  expect(present.status).toBe('UNREACHABLE');
  const error = await refusal(db.query('SELECT 1', undefined, { database: 'odd', timeoutMs: 50 }));
  expect(error.code).toBe('DATABASE_UNAVAILABLE');
  await db.registry.remove('odd');
  expect(performance.now() - started).toBeLessThan(2000);
  return present.error ?? '';
}

it('makes the folders above a file', async () => {
  await db.add('deep', { url: `sqlite:${join(db.folder, 'some/folders/deep.sqlite')}` });
  expect(await db.value('SELECT 1', undefined, { database: 'deep' })).toBe(1);
  await db.registry.remove('deep');
  await rm(join(db.folder, 'some'), { recursive: true });
});

it('says that the system makes no folder there, instead of trying for ever', async () => {
  expect(await said('/proc/x/y/z.sqlite')).toBe('There can be no folder at /proc/x: the system lets nobody make it.');
});

it.each([
  [
    'a file as a folder',
    'a file/x.sqlite',
    /^There can be no file at .*\/a file\/x\.sqlite: a part of the path is a file/,
  ],
  ['a folder as a file', 'a folder', /\/a folder is a folder and no file\.$/],
  ['a pipe', 'pipe', /\/pipe is a device, a pipe or a socket and no file\.$/],
  ['a link to itself', 'circle', /links lead in a circle/],
  ['a name that is too long', 'x'.repeat(300), /x…: a name in it, or the whole of it, is too long/],
  ['a path that is too long', 'x/'.repeat(5000), /too long/],
])('says what is wrong with %s', async (_what, path, words) => {
  for (const access of ['READ_WRITE', 'READ_ONLY'] as const)
    expect(await said(join(db.folder, path), access)).toMatch(words);
});

it('says where nothing can be written', async () => {
  expect(await said('/sys/x/y.sqlite')).toMatch(
    /^There can be no folder at \/sys\/x: (the service’s user has no|it is on a)/,
  );
  expect(await said('/proc/y.sqlite')).toContain('/proc/y.sqlite');
});
