import { describe, expect, it } from 'vitest';
import { principalOf, type Grant, type Role } from '../../src/auth/index.js';

const role = (name: string, ...grants: Grant[]): Role => ({ name, admin: false, grants });
const shop: Grant = { database: 'shop', access: 'READ_ONLY', schema: false, tables: ['orders', 'customers'] };
const everything: Grant = { database: '*', access: 'READ_WRITE', schema: false };

describe('what several roles allow', () => {
  it('is what any of them does', () => {
    const { grants } = principalOf('key:a', [role('analyst', shop), role('service', everything)]);
    expect(grants.on('shop')?.meetsEverywhere('WRITE')).toBe(true);
    expect(grants.on('shop')?.meets('SCHEMA')).toBe(false);
    expect(grants.on('later')?.meetsEverywhere('READ')).toBe(true);
  });

  it('is nothing on a database that none names', () => {
    expect(principalOf('key:a', [role('analyst', shop)]).grants.on('crm')).toBeUndefined();
    expect(principalOf('key:a', []).grants.on('shop')).toBeUndefined();
  });

  it('is less than everything where tables are named or left out', () => {
    for (const limit of [{ tables: ['orders'] }, { tables: [] }, { deny: ['payroll'] }]) {
      const { grants } = principalOf('key:a', [role('r', { ...everything, ...limit })]);
      expect([grants.on('shop')?.meets('READ'), grants.on('shop')?.meetsEverywhere('READ')]).toEqual([true, false]);
    }
  });
});

describe('the hash of grants', () => {
  const hashOf = (...roles: Role[]): string => principalOf('key:a', roles).grants.hash;

  it('is the same for the same grants, in whatever order and by whatever roles', () => {
    const other = { ...shop, tables: ['customers', 'orders'] };
    expect(hashOf(role('a', shop, everything))).toBe(hashOf(role('b', everything), role('c', other, shop)));
    expect(hashOf(role('a', shop))).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is another for any difference', () => {
    const differing: Grant[] = [
      shop,
      { ...shop, database: 'crm' },
      { ...shop, access: 'READ_WRITE' },
      { ...shop, access: 'READ_WRITE', schema: true },
      { ...shop, tables: ['orders'] },
      { ...shop, tables: undefined },
      { ...shop, tables: [] },
      { ...shop, deny: ['payroll'] },
    ];
    expect(new Set(differing.map((grant) => hashOf(role('a', grant)))).size).toBe(differing.length);
  });
});
