import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  observe,
  UNOBSERVED,
  untilNextPing,
  type HealthState,
  type Observation,
} from '../../../src/databases/health/health-rules.js';

const OPTIONS = { intervalMs: 500, timeoutMs: 400, failures: 2, successes: 2 };

const answered = (latencyMs: number, busy = 0, waiting = 0): Observation => ({
  kind: 'answered',
  latencyMs,
  pool: { strategy: 'ADVANCED', min: 1, max: 10, open: 10, idle: 10 - busy, waiting, acquired: 0, timeouts: 0 },
});

/** What a ping may find, a letter each. */
const FINDS: Readonly<Record<string, Observation>> = {
  g: answered(1),
  s: answered(250),
  b: answered(1, 9),
  w: answered(1, 3, 1),
  f: { kind: 'failed', error: 'Down.' },
};

const after = (finds: string, options = OPTIONS): HealthState[] => {
  let state = UNOBSERVED;
  return finds.split('').map((find) => (state = observe(state, FINDS[find]!, options)));
};

const LETTERS = { UNKNOWN: '?', HEALTHY: 'H', DEGRADED: 'D', UNREACHABLE: 'U' } as const;
const statuses = (finds: string, options = OPTIONS): string =>
  after(finds, options)
    .map(({ status }) => LETTERS[status])
    .join('');

describe('what pings add up to', () => {
  it.each([
    ['the first ping decides', 'g', 'H'],
    ['the first ping decides', 'f', 'U'],
    ['one failure degrades, the second in a row is an outage', 'gff', 'HDU'],
    ['failures that are apart are no outage', 'gfgfg', 'HDDDD'],
    ['an outage ends after two good pings', 'gfffgg', 'HDUUUH'],
    ['a failure in between begins anew', 'gffgfgg', 'HDUUUUH'],
    ['a failure is forgotten after two good pings', 'gfgg', 'HDDH'],
    ['one slow ping is nothing', 'gsgsg', 'HHHHH'],
    ['two in a row are', 'gssg', 'HHDD'],
    ['slowness ends after two quick pings', 'gssgg', 'HHDDH'],
    ['and not after one that is slow again', 'gssgsgg', 'HHDDDDH'],
    ['a pool that is busy for a moment is nothing', 'gbbgww', 'HHHHHH'],
    ['one that is busy for three pings is near its end', 'gbbb', 'HHHD'],
    ['as is one for which requests wait', 'gwwwgg', 'HHHDDH'],
    ['waiting and busy are one trouble', 'gwbwbgg', 'HHHDDDH'],
    ['a server that comes back slowly is first reached, then slow', 'gffss', 'HDUUD'],
  ])('%s: %s', (_, finds, expected) => {
    expect(statuses(finds)).toBe(expected);
  });

  it('hangs on the settings', () => {
    expect(statuses('gfffffgggg', { ...OPTIONS, failures: 4, successes: 3 })).toBe('HDDDUUUUHH');
    expect(statuses('gfg', { ...OPTIONS, failures: 1, successes: 1 })).toBe('HUH');
  });

  it('is said in words', () => {
    const last = (finds: string): string | null | undefined => after(finds).at(-1)?.error;
    expect(last('g')).toBeNull();
    expect(last('gf')).toBe('Down.');
    expect(last('gffg')).toBe('It answers again: 1 of 2 good pings so far.');
    expect(last('gss')).toBe('It answers slowly: the last ping took 250 ms; more than 200 ms counts as slow.');
    expect(last('gbbb')).toBe(
      'Its pool is near its end: 9 of 10 connections are busy. Raise `pool.max`, or make its statements shorter.',
    );
    expect(last('gwww')).toMatch(/3 of 10 connections are busy, and 1 request waits for one/);
  });

  it('holds whatever the pings find', () => {
    const finds = fc.string({ unit: fc.constantFrom(...Object.keys(FINDS)), minLength: 1, maxLength: 60 });
    const settings = fc.record({ failures: fc.integer({ min: 1, max: 5 }), successes: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(finds, settings, (text, counts) => {
        const options = { ...OPTIONS, ...counts };
        const states = after(text, options);
        for (const [place, { status, error, failed }] of states.entries()) {
          const before = states[place - 1]?.status ?? 'UNKNOWN';
          const seen = text.slice(0, place + 1);
          const isFailure = seen.endsWith('f');
          expect(error === null).toBe(status === 'HEALTHY');
          expect(failed).toBe(/f*$/.exec(seen)?.[0].length);
          if (isFailure) expect(status).not.toBe('HEALTHY');
          if (failed >= counts.failures) expect(status).toBe('UNREACHABLE');
          if (status === 'UNREACHABLE' && !isFailure) expect(before).toBe('UNREACHABLE');
          const wellFor = /g*$/.exec(seen)?.[0].length ?? 0;
          if (wellFor >= counts.successes) expect(status).toBe('HEALTHY');
        }
      }),
    );
  });
});

describe('the pause before the next ping', () => {
  const pauseAfter = (finds: string, options = OPTIONS): number =>
    untilNextPing(after(finds, options).at(-1)!, options);

  it('is the interval while nothing is to be decided', () => {
    for (const finds of ['g', 'gg', 'gssss', 'gwwww', 'gffgg']) expect(pauseAfter(finds)).toBe(500);
  });

  it('is short while the next ping decides, also where the interval is long', () => {
    const options = { ...OPTIONS, intervalMs: 3_600_000 };
    for (const finds of ['gf', 'gfg', 'gffg', 'f', 'fg']) expect(pauseAfter(finds, options)).toBe(250);
    expect(pauseAfter('gf', { ...OPTIONS, intervalMs: 100 })).toBe(100);
  });

  it('grows with an outage, to five seconds at most', () => {
    const pauses = Array.from({ length: 40 }, (_, count) => pauseAfter('f'.repeat(count + 1)));
    expect(pauses).toEqual(pauses.toSorted((left, right) => left - right));
    expect(pauses[0]).toBe(250);
    expect(pauses.at(-1)).toBe(5000);
    // A short outage is seen to end within two seconds: one more ping confirms the first good one.
    let outageMs = 0;
    for (const pause of pauses) {
      if (outageMs < 6000) expect(pause + 250).toBeLessThan(2000);
      outageMs += pause;
    }
  });
});
