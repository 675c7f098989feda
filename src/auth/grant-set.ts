import { createHash } from 'node:crypto';
import { isLimited, reaches, type Demand, type Grant } from './grant.js';

/** What somebody may do with one database, by one grant or several: each allows by itself. */
export class DatabaseGrants {
  constructor(readonly grants: readonly Grant[]) {}

  /** Whether a demand is met on some tables at least. */
  meets(demand: Demand): boolean {
    return this.grants.some((grant) => reaches(grant, demand));
  }

  /** Whether a demand is met whatever the tables. */
  meetsEverywhere(demand: Demand): boolean {
    return this.grants.some((grant) => reaches(grant, demand) && !isLimited(grant));
  }
}

/** All that somebody may do. */
export class GrantSet {
  private readonly known = new Map<string, DatabaseGrants | null>();

  constructor(private readonly grants: readonly Grant[]) {}

  /** What is allowed on a database; undefined: it is not to be seen. */
  on(database: string): DatabaseGrants | undefined {
    const known = this.known.get(database);
    if (known !== undefined) return known ?? undefined;
    const own = this.grants.filter((grant) => grant.database === '*' || grant.database === database);
    const found = own.length === 0 ? null : new DatabaseGrants(own);
    // A name that nothing is granted on comes from a request, and there may be any number of those.
    if (found !== null) this.known.set(database, found);
    return found ?? undefined;
  }

  /** The same for the same grants, in whatever order they were given: 16 hexadecimal digits. */
  get hash(): string {
    const told = this.grants.map(({ database, access, schema, tables, deny }) =>
      JSON.stringify([database, access, schema, tables?.toSorted() ?? null, deny?.toSorted() ?? []]),
    );
    return createHash('sha256')
      .update([...new Set(told)].sort().join('\n'))
      .digest('hex')
      .slice(0, 16);
  }
}
