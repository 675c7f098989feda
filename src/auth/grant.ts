import type { DatabaseAccess } from '../databases/index.js';

/** What a statement asks for, each more than the one before; `SERVER` is what administrators alone may do. */
export type Demand = 'READ' | 'WRITE' | 'SCHEMA' | 'SERVER';

/** What a role may do with one database, or with every one. */
export interface Grant {
  /** A database's name, or `*`. */
  readonly database: string;
  readonly access: DatabaseAccess;
  /** Whether definitions may be changed: CREATE, ALTER, DROP. */
  readonly schema: boolean;
  /** The tables that it is limited to: `orders`, `sales.orders`, `sales.*`; undefined: all but those denied. */
  readonly tables?: readonly string[] | undefined;
  /** Tables that it leaves out, in any schema where none is named. */
  readonly deny?: readonly string[] | undefined;
}

/** A name for what its holders may do. */
export interface Role {
  readonly name: string;
  /** May do everything, on every database and with the service itself. */
  readonly admin: boolean;
  readonly grants: readonly Grant[];
  /** Whether its holders may ask for the GraphQL schema; undefined: as the service says. */
  readonly introspection?: boolean | undefined;
}

/** Whether a grant goes as far as a demand, on the tables that it is for. */
export function reaches({ access, schema }: Grant, demand: Demand): boolean {
  const rights = { READ: true, WRITE: access === 'READ_WRITE', SCHEMA: schema, SERVER: false };
  return rights[demand];
}

/** Whether a grant is for some tables only. */
export const isLimited = ({ tables, deny }: Grant): boolean => tables !== undefined || (deny ?? []).length > 0;
