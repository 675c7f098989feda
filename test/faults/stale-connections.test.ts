import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSql } from '../support/servers/index.js';
import { eventually, expectAtRest, onEveryServer, openFaulty, timed, type Faulty } from './server-under-test.js';

/** More than the 15 s after which a connection that nobody used is asked for a sign of life. */
const LONG_MS = 16_000;
/** How long that may take, with time to spare. */
const SOON_MS = 2500;

onEveryServer('a connection that was idle for long', (server) => {
  let faulty: Faulty;
  const id = server.engine === 'postgresql' ? 'pg_backend_pid()' : 'CONNECTION_ID()';
  const session = async (): Promise<number> => Number(await faulty.db.value(`SELECT ${id}`));
  const now = Date.now.bind(Date);
  let passedMs = 0;
  const timePasses = (): void => void (passedMs += LONG_MS);

  beforeEach(async () => {
    faulty = await openFaulty(server, { pool: { min: 1, max: 2 } });
    // The clock alone: timers and sockets go on as they are.
    vi.spyOn(Date, 'now').mockImplementation(() => now() + passedMs);
    await session();
    await eventually(() => faulty.figures().open === faulty.figures().idle);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await faulty.close();
  });

  /** What a read costs, once it is known. */
  const roundTrips = async (): Promise<number> => {
    const { roundTrips: before } = faulty.proxy.traffic();
    await faulty.db.value('SELECT 1');
    return faulty.proxy.traffic().roundTrips - before;
  };

  /** The server hears of those that are gone once the way to it is whole again. */
  const expectServerTold = async (): Promise<void> => {
    faulty.proxy.resume();
    await expectAtRest(faulty);
  };

  it('is asked for a sign of life, in one round trip, and used on', async () => {
    const known = await session();
    for (let count = 0; count < 3; count++) await roundTrips();
    const usual = await roundTrips();
    timePasses();
    expect(await roundTrips()).toBe(usual + 1);
    expect(await roundTrips()).toBe(usual);
    timePasses();
    expect(await session()).toBe(known);
    await expectAtRest(faulty);
  });

  it('and died unheard is replaced before anybody runs on it', async () => {
    const known = await session();
    faulty.proxy.forget();
    timePasses();
    const [found, took] = await timed(session);
    expect(found).not.toBe(known);
    expect(took).toBeLessThan(SOON_MS);
    await expectServerTold();
  });

  it('and was ended by an operator unheard is replaced as well', async () => {
    const known = await session();
    faulty.proxy.stall();
    await faulty.outside.run(server.endSession(known));
    const sessions = server.sessions(faulty.outside.name);
    await eventually(async () =>
      (await runSql(server.engine, faulty.outside.url, sessions)).every((each) => Number(each.id) !== known),
    );
    timePasses();
    const found = timed(session);
    faulty.proxy.resume();
    expect((await found)[0]).not.toBe(known);
    expect((await found)[1]).toBeLessThan(SOON_MS);
    await expectAtRest(faulty);
  });

  it('is asked before a change as well, which is made once', async () => {
    await faulty.db.execute("INSERT INTO kept (id, note) VALUES (1, 'before')");
    faulty.proxy.forget();
    timePasses();
    await faulty.db.execute("INSERT INTO kept (id, note) VALUES (2, 'after')");
    expect(await faulty.kept()).toBe(2);
    await expectServerTold();
  });
});
