import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseCatalogue } from '../../src/catalogue/database-catalogue.js';
import { FakeAdapter } from './fake-adapter.js';

let adapter: FakeAdapter;
let catalogue: DatabaseCatalogue;

/** A gate, and what opens it. */
function gate(): { readonly gate: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { gate: closed, open };
}

const names = async (): Promise<string[]> => (await catalogue.list()).map(({ name }) => name);
const describeAll = async () => await catalogue.describe(await catalogue.list());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  adapter = new FakeAdapter();
  catalogue = new DatabaseCatalogue(adapter, 1000);
});
afterEach(() => void vi.useRealTimers());

describe('a database’s catalogue', () => {
  it('asks nothing before it is asked, and each thing once, however many ask at a time', async () => {
    expect(adapter.asked).toEqual({ version: 0, rules: 0, list: 0, describe: 0 });
    const closed = gate();
    adapter.gate = closed.gate;
    const all = Promise.all(Array.from({ length: 50 }, describeAll));
    closed.open();
    expect((await all).every((tables) => tables.length === 3)).toBe(true);
    expect(adapter.asked).toMatchObject({ rules: 1, list: 1, describe: 1 });
    expect(adapter.held).toBe(0);
  });

  it('describes only what is asked for and not kept', async () => {
    const [a, b] = await catalogue.list();
    await catalogue.describe([a!]);
    expect((await catalogue.describe([b!, a!])).map((table) => table?.name)).toEqual(['b', 'a']);
    await catalogue.describe([a!, b!]);
    expect(adapter.asked.describe).toBe(2);
    expect(await catalogue.describe([{ schema: 'main', name: 'nowhere', kind: 'TABLE' }])).toEqual([undefined]);
  });

  it('lets who asks for little not wait for long for who asks for much', async () => {
    adapter.tables = Array.from({ length: 30 }, (_, number) => `t${number}`);
    const listed = await catalogue.list();
    const closed = gate();
    adapter.gate = closed.gate;
    const much = catalogue.describe(listed);
    await vi.waitFor(() => expect(adapter.asked.describe).toBe(1));
    adapter.gate = Promise.resolve();
    expect(await catalogue.describe([listed[3]!])).toMatchObject([{ name: 't3' }]);
    expect(adapter.asked.describe).toBe(2);
    closed.open();
    expect(await much).toHaveLength(30);
    await catalogue.describe(listed);
    expect(adapter.asked.describe).toBe(2);
  });

  it('starts no second reading of the same tables, however long the first takes', async () => {
    const [a] = await catalogue.list();
    const closed = gate();
    adapter.gate = closed.gate;
    const both = Promise.all([catalogue.describe([a!]), catalogue.describe([a!])]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    closed.open();
    expect(await both).toMatchObject([[{ name: 'a' }], [{ name: 'a' }]]);
    expect(adapter.asked.describe).toBe(1);
  });

  it('keeps what it has for as long as the version is the same', async () => {
    await describeAll();
    for (let round = 0; round < 5; round++) {
      vi.advanceTimersByTime(2000);
      await describeAll();
    }
    expect(adapter.asked).toMatchObject({ version: 6, rules: 1, list: 1, describe: 1 });
  });

  it('reads anew what it is asked for under another version', async () => {
    await describeAll();
    adapter.tables = ['a', 'd'];
    adapter.version = '2';
    vi.advanceTimersByTime(2000);
    expect(await names()).toEqual(['a', 'd']);
    expect(adapter.asked).toMatchObject({ list: 2, describe: 1 });
  });

  it('reads anew what is a minute old, whatever the version says', async () => {
    await describeAll();
    vi.advanceTimersByTime(61_000);
    await describeAll();
    expect(adapter.asked).toMatchObject({ list: 2, describe: 2 });
  });

  it('looks at once where a name is not found', async () => {
    await names();
    adapter.tables = ['a', 'new'];
    adapter.version = '2';
    expect((await catalogue.find('new'))?.name).toBe('new');
    expect(await catalogue.find('b')).toBeUndefined();
  });

  it('hands nobody who asks after a change what was read before it', async () => {
    const closed = gate();
    adapter.gate = closed.gate;
    const before = names();
    await vi.waitFor(() => expect(adapter.asked.version).toBe(1));
    adapter.tables = ['after'];
    catalogue.forget();
    const after = names();
    closed.open();
    await before;
    expect(await after).toEqual(['after']);
    expect(await names()).toEqual(['after']);
  });

  it('keeps no failure, and holds nothing after one', async () => {
    await names();
    const [a] = await catalogue.list();
    adapter.failing = true;
    await expect(catalogue.describe([a!])).rejects.toThrow('down');
    catalogue.forget();
    await expect(names()).rejects.toThrow('down');
    adapter.failing = false;
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await catalogue.describe([a!])).toMatchObject([{ name: 'a' }]);
    expect(adapter.held).toBe(0);
  });

  it('looks seldom where a look takes long: it may take a twentieth of the time', async () => {
    adapter.gate = new Promise((resolve) => setTimeout(resolve, 1));
    const ask = adapter.introspect.bind(adapter);
    adapter.introspect = async (bounds, read) =>
      await ask(bounds, async (schema) =>
        read({
          ...schema,
          version: async () => {
            vi.advanceTimersByTime(20);
            return await schema.version();
          },
        }),
      );
    await names();
    vi.advanceTimersByTime(300);
    await names();
    expect(adapter.asked.version).toBe(1);
    vi.advanceTimersByTime(200);
    await names();
    expect(adapter.asked.version).toBe(2);
  });
});
