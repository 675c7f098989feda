import { DragomanError } from '../errors/index.js';
import { analyse, partsOfPath, tablesLedTo, type Dialect } from '../sql/index.js';
import { reachesBeyondTables } from './beyond-tables.js';
import { demandOf } from './demand-of.js';
import type { Demand } from './grant.js';
import type { DatabaseGrants } from './grant-set.js';
import type { JudgedStatement } from './judged-statement.js';
import type { Principal } from './principal.js';
import { shownTable } from './shown-table.js';
import { TableRights, type TableSource } from './table-rights.js';

/** The database that a statement is for, as far as rights go. */
export interface PermitTarget {
  readonly database: string;
  /** Asked for only where somebody is limited to tables. */
  readonly tables: () => TableSource;
}

/** What a statement reaches its rows through. A view's are those of the tables that it reads, until it is defined anew. */
export type Reached = 'tables' | 'views';

/**
 * Whether somebody may send a statement to a database.
 * @returns undefined where that is decided at once; else a promise that rejects as this throws
 * @throws DragomanError FORBIDDEN
 */
export function permit(
  principal: Principal,
  { database, tables }: PermitTarget,
  statement: JudgedStatement,
): Promise<Reached> | undefined {
  if (principal.administrator) return undefined;
  const grants = principal.grants.on(database);
  const demand = leastDemand(statement);
  if (grants?.meets(demand) !== true) throw refused(demand, grants, database);
  if (grants.meetsEverywhere(demand)) return undefined;
  refuseMore(statement, database);
  return permitTables(new TableRights(grants, tables(), statement.dialect), demand, statement);
}

/** What may write by something unknown asks for that, where it would run on a side that writes. */
function leastDemand(statement: JudgedStatement): Demand {
  const demand = demandOf(statement);
  return demand === 'READ' && statement.reads === 'no' ? 'WRITE' : demand;
}

/**
 * Whether somebody may be told what a database says of a statement, which is not run: what it names must be there for them.
 * @throws DragomanError FORBIDDEN
 */
export async function permitLook(
  principal: Principal,
  { database, tables }: PermitTarget,
  statement: JudgedStatement,
): Promise<void> {
  const grants = principal.grants.on(database);
  if (principal.administrator || grants?.meetsEverywhere('READ') === true) return;
  if (grants === undefined) throw refused('READ', grants, database);
  refuseMore(statement, database);
  if (statement.known === undefined) return;
  const { read, written } = tablesIn(statement.known, statement.dialect);
  const rights = new TableRights(grants, tables(), statement.dialect);
  await permitEach(rights, [...written, ...read], 'READ');
  await permitRowFunctions(rights, [...written, ...read], statement);
}

/** @throws DragomanError FORBIDDEN where a transaction that writes is more than is granted */
export function permitTransaction(principal: Principal, database: string, readOnly: boolean): void {
  const grants = principal.grants.on(database);
  if (principal.administrator || readOnly || grants?.meets('WRITE') === true) return;
  throw new DragomanError('FORBIDDEN', `You may read "${database}", and no more.`, {
    hint: 'Begin the transaction with `readOnly: true`.',
  });
}

/** Whether tables of a database are hidden from somebody. */
export function seesSomeTables({ administrator, grants }: Principal, database: string): boolean {
  return !administrator && grants.on(database)?.meetsEverywhere('READ') !== true;
}

/** Whether somebody may write whatever a function of the database's own might write. */
export function writesEverywhere({ administrator, grants }: Principal, database: string): boolean {
  return administrator || grants.on(database)?.meetsEverywhere('WRITE') === true;
}

function refuseMore(statement: JudgedStatement, database: string): void {
  const reason = reachesBeyondTables(statement);
  if (reason === undefined) return;
  throw new DragomanError(
    'FORBIDDEN',
    `You are limited to some tables of "${database}", and this is more: ${reason}.`,
    {
      hint: 'Send a query or a change that names the tables it is about, and calls functions of the engine’s own.',
    },
  );
}

async function permitTables(
  rights: TableRights,
  demand: Demand,
  { known, dialect }: JudgedStatement,
): Promise<Reached> {
  if (known === undefined) return 'tables';
  const { read, written } = tablesIn(known, dialect);
  await permitEach(rights, written, demand === 'READ' ? 'WRITE' : demand);
  await permitEach(rights, read, 'READ');
  await permitRowFunctions(rights, [...written, ...read], { known, dialect });
  return rights.throughViews ? 'views' : 'tables';
}

/** What reads like a column may be a function of the database's own, which reads what it likes. */
async function permitRowFunctions(
  rights: TableRights,
  names: readonly string[],
  { known, dialect }: Pick<JudgedStatement, 'known' | 'dialect'>,
): Promise<void> {
  const called = known?.analysis.names ?? [];
  if (!dialect.features.composites || called.length === 0) return;
  for (const name of names) {
    const own = (await rights.rowFunctions(partsOfPath(name))).find((each) => called.includes(each));
    if (own === undefined) continue;
    throw new DragomanError('FORBIDDEN', `${own} is a function here, and you are limited to some tables.`, {
      hint: 'Name the columns that you want; functions of the database’s own may read other tables.',
    });
  }
}

async function permitEach(rights: TableRights, names: readonly string[], demand: Demand): Promise<void> {
  for (const name of names) {
    if (await rights.allowsName(partsOfPath(name), demand)) continue;
    // The same whether it is there or not.
    throw new DragomanError('FORBIDDEN', `There is no table ${name} that you may ${DONE[demand]}.`, {
      hint: 'Ask `database { tables { name } }` for the tables that you may use.',
    });
  }
}

const DONE: Readonly<Record<Demand, string>> = {
  READ: 'read',
  WRITE: 'write to',
  SCHEMA: 'define',
  SERVER: 'administer',
};

/** What a plan tells is of all tables of what is explained; what a definition leads to is asked about as well. */
function tablesIn(
  { tree, analysis }: NonNullable<JudgedStatement['known']>,
  dialect: Dialect,
): { read: readonly string[]; written: readonly string[] } {
  const shown = shownTable(tree, dialect);
  if (shown !== undefined) return { read: [shown], written: [] };
  const told = tree.kind === 'explain' ? tree.statement : tree;
  const { tables } = told === tree ? analysis : analyse(told, dialect);
  const ledTo = tablesLedTo(told, dialect);
  return { read: [...tables.read, ...ledTo.read], written: [...tables.written, ...ledTo.written] };
}

function refused(demand: Demand, grants: DatabaseGrants | undefined, database: string): DragomanError {
  const most = grants?.meets('WRITE') === true ? 'read and write' : 'read';
  const [message, hint] = REFUSALS[demand];
  return new DragomanError('FORBIDDEN', `${message} You may ${most} on "${database}".`, { hint });
}

const REFUSALS: Readonly<Record<Demand, readonly [message: string, hint: string]>> = {
  READ: ['You may not use this database.', 'Ask `databases { name }` for those that you may use.'],
  WRITE: ['This statement changes something, or may.', 'It takes a role whose grant has `access: read-write`.'],
  SCHEMA: ['This statement changes the schema.', 'It takes a role whose grant has `schema: true`.'],
  SERVER: [
    'This statement reaches beyond rows and schemas, or can’t be read well enough to tell.',
    'It takes a role with `admin: true`.',
  ],
};
