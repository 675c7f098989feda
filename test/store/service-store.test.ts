import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceStore } from '../../src/store/index.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'dragoman-store-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the service store', () => {
  it('keeps databases over a restart, the last word on each', async () => {
    const url = `sqlite:${join(folder, 'deep', 'store.sqlite')}`;
    const first = await ServiceStore.open(url);
    await first.keepDatabase('a', { name: 'a', url: 'sqlite:a' });
    await first.keepDatabase('b', { name: 'b', url: 'sqlite:b' });
    await first.keepDatabase('a', { name: 'a', url: 'sqlite:other' });
    await first.forgetDatabase('b');
    await first.close();
    const second = await ServiceStore.open(url);
    expect(await second.keptDatabases()).toEqual([{ name: 'a', url: 'sqlite:other' }]);
    await second.close();
  });

  it('fails soon where the system lets nobody make its folder', async () => {
    await expect(ServiceStore.open('sqlite:/proc/nowhere/deep/store.sqlite')).rejects.toThrow('/proc/nowhere');
  });

  it('lets nobody else read its files, its log included', async () => {
    const store = await ServiceStore.open(`sqlite:${join(folder, 'store.sqlite')}`);
    await store.keepDatabase('a', { url: 'secret' });
    const files = await readdir(folder);
    expect(files).toContain('store.sqlite-wal');
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o077, file).toBe(0);
    await store.close();
  });
});
