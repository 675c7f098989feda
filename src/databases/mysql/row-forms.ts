import { LRUCache } from 'lru-cache';
import { rowReader, type WirePacket } from './row-reader.js';
import type { MysqlRow } from './mysql-row.js';
import type { MysqlColumn } from './mysql-types.js';

/** Of how many statements it is kept how their rows look, for all connections together. */
const KEPT = 1000;

/** Columns, as the server described them, and how their rows are read. */
export interface KnownColumns {
  readonly columns: MysqlColumn[];
  /** What the server sent of each. */
  readonly described: readonly Buffer[];
  readonly read: (packet: WirePacket) => MysqlRow;
}

/** The form of one statement's rows. The server describes it with each answer, mostly in the same bytes. */
export interface RowForm {
  known: KnownColumns | undefined;
}

export function learned(columns: MysqlColumn[], described: readonly Buffer[]): KnownColumns {
  return { columns, described, read: rowReader(columns) };
}

/** Whether the packet describes the column in the same bytes. */
export function describesAlike(described: Buffer | undefined, { buffer, offset, end }: WirePacket): boolean {
  if (described?.length !== end - offset) return false;
  for (let at = 0; at < described.length; at++) if (described[at] !== buffer[offset + at]) return false;
  return true;
}

/** The forms of statements' rows, by their text. */
export class RowForms {
  private readonly bySql = new LRUCache<string, RowForm>({ max: KEPT });

  of(sql: string): RowForm {
    const known = this.bySql.get(sql);
    if (known !== undefined) return known;
    const form = { known: undefined };
    this.bySql.set(sql, form);
    return form;
  }
}
