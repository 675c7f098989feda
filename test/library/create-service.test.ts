import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  ConfigError,
  createService,
  StartupError,
  type ConfigSettings,
  type EmbeddedService,
  type ServiceSettings,
} from '../../src/index.js';
import { ask } from '../support/service.js';

let folder: string;
let service: EmbeddedService | undefined;
const logger = pino({ level: 'silent' });

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'dragoman-library-'))));
afterEach(() => service?.stop());
afterAll(() => rm(folder, { recursive: true, force: true }));

const config = {
  server: { port: 0 },
  databases: [{ name: 'notes', dialect: 'sqlite', url: 'sqlite:./notes.sqlite', timeout: '5s' }],
  store: 'sqlite:./store.sqlite',
} as const satisfies ConfigSettings;

const names = async (url: string): Promise<unknown> => (await ask(url, '{ databases { name } }')).data;

describe('a service inside another program', () => {
  it('runs between start and stop, more than once', async () => {
    service = createService({ config, baseFolder: folder, logger });
    expect(service.url).toBeUndefined();
    for (let round = 0; round < 2; round++) {
      const [url, again] = await Promise.all([service.start(), service.start()]);
      expect([again, service.url]).toEqual([url, url]);
      expect(await names(url)).toEqual({ databases: [{ name: 'notes' }] });
      await service.stop();
      expect(service.url).toBeUndefined();
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    }
    await service.stop();
  });

  it('reads its file again', async () => {
    const configFile = join(folder, 'dragoman.json');
    await writeFile(configFile, JSON.stringify(config));
    service = createService({ configFile, logger });
    await expect(service.reload()).rejects.toThrow(/does not run/);
    const url = await service.start();
    const more = { ...config.databases[0], name: 'more', url: 'sqlite:./more.sqlite' };
    await writeFile(configFile, JSON.stringify({ ...config, databases: [...config.databases, more] }));
    await service.reload();
    expect(await names(url)).toEqual({ databases: [{ name: 'notes' }, { name: 'more' }] });
    await writeFile(configFile, '{ "databases": 7 }');
    await expect(service.reload()).rejects.toThrow(/databases/);
    expect(await names(url)).toEqual({ databases: [{ name: 'notes' }, { name: 'more' }] });
  });

  it('says at once what is wrong with its configuration, by the keys', () => {
    const wrong = { databases: [{ name: '1st', dialect: 'oracle', url: 'x', timeout: 'soon' }], sever: {} };
    let error: unknown;
    try {
      createService({ config: wrong as unknown as ConfigSettings });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems.map(({ path, line }) => [path, line])).toEqual(
      expect.arrayContaining([
        ['sever', undefined],
        ['databases[0].name', undefined],
        ['databases[0].dialect', undefined],
        ['databases[0].timeout', undefined],
      ]),
    );
    expect((error as ConfigError).message).toMatch(/^config databases\[0\]\.name: /m);
  });

  it('can be started again where its port was taken', async () => {
    const first = createService({ config, baseFolder: folder, logger });
    const port = Number(new URL(await first.start()).port);
    try {
      service = createService({
        config: { ...config, server: { port }, store: 'sqlite:./second.sqlite' },
        baseFolder: folder,
        logger,
      });
      await expect(service.start()).rejects.toBeInstanceOf(StartupError);
    } finally {
      await first.stop();
    }
    expect(new URL(await service.start()).port).toBe(String(port));
  });
});

it('has types that tell its configuration', () => {
  expectTypeOf(createService).parameters.toEqualTypeOf<[settings: ServiceSettings]>();
  expectTypeOf<{ configFile: string }>().toExtend<ServiceSettings>();
  expectTypeOf<{
    config: { databases: [{ name: string; dialect: 'sqlite'; url: string }] };
  }>().toExtend<ServiceSettings>();
  expectTypeOf<{
    config: { databases: [{ name: string; dialect: 'oracle'; url: string }] };
  }>().not.toExtend<ServiceSettings>();
  expectTypeOf<EmbeddedService['start']>().returns.resolves.toBeString();
});
