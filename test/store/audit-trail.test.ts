import { describe, expect, it, vi } from 'vitest';
import { AuditTrail, ServiceStore, type AuditEntry } from '../../src/store/index.js';

const entry = (at: string, principal = 'key:a'): AuditEntry => ({
  ...{ at, principal, action: 'query', requestId: null, database: 'shop', kind: 'SELECT', fingerprint: null },
  ...{ pattern: null, tablesRead: ['orders'], tablesWritten: [], outcome: 'OK', rows: 3, durationMs: 1.5 },
});

describe('the audit trail', () => {
  it('keeps entries in their order, and all of them when it is closed', async () => {
    const store = await ServiceStore.open('sqlite::memory:');
    const trail = new AuditTrail(
      { keep: (entries) => store.keepAuditEntries(entries), prune: async () => {}, log: undefined, onTrouble: vi.fn() },
      90,
    );
    for (let index = 0; index < 1300; index++) trail.record(entry(`2026-01-01T00:00:00.${index}Z`, `key:${index}`));
    await trail.close();
    const kept = await store.auditEntries({}, 2000);
    expect(kept).toHaveLength(1300);
    expect(kept[0]).toMatchObject({ principal: 'key:1299', tablesRead: ['orders'], rows: 3, durationMs: 1.5 });
    await store.close();
  });

  it('holds what the store does not take, and tells of it', async () => {
    const kept: AuditEntry[] = [];
    let broken = true;
    const onTrouble = vi.fn();
    const keep = async (entries: readonly AuditEntry[]): Promise<void> => {
      if (broken) throw new Error('the disk is full');
      kept.push(...entries);
    };
    const trail = new AuditTrail({ keep, prune: async () => {}, log: undefined, onTrouble }, 90);
    trail.record(entry('2026-01-01T00:00:00.000Z'));
    await trail.flush();
    expect(onTrouble).toHaveBeenCalledWith(expect.any(Error), 0);
    broken = false;
    trail.record(entry('2026-01-01T00:00:01.000Z'));
    await trail.close();
    expect(kept.map(({ at }) => at)).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z']);
  });

  it('removes what is older than it is to be kept', async () => {
    const store = await ServiceStore.open('sqlite::memory:');
    const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
    const young = new Date(Date.now() - 6 * 86_400_000).toISOString();
    await store.keepAuditEntries([entry(old), entry(young)]);
    const prune = vi.fn((before: string) => store.removeAuditEntries(before));
    const keep = (entries: readonly AuditEntry[]) => store.keepAuditEntries(entries);
    const trail = new AuditTrail({ keep, prune, log: undefined, onTrouble: vi.fn() }, 7);
    await prune.mock.results[0]?.value;
    expect((await store.auditEntries({}, 10)).map(({ at }) => at)).toEqual([young]);
    await trail.close();
    await store.close();
  });

  it('finds entries by what is asked for', async () => {
    const store = await ServiceStore.open('sqlite::memory:');
    const days = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => `${day}T00:00:00.000Z`);
    await store.keepAuditEntries(days.map((at, index) => entry(at, `key:${index}`)));
    const found = async (filter: Parameters<ServiceStore['auditEntries']>[0]) =>
      (await store.auditEntries(filter, 10)).map(({ at }) => at.slice(8, 10));
    expect(await found({ since: days[1] })).toEqual(['03', '02']);
    expect(await found({ until: days[1] })).toEqual(['02', '01']);
    expect(await found({ since: days[1], until: days[1] })).toEqual(['02']);
    expect(await found({ principal: 'key:0' })).toEqual(['01']);
    expect(await found({ database: 'other' })).toEqual([]);
    await store.close();
  });
});
