import {
  readsSource,
  type CreateTable,
  type Drop,
  type Name,
  type Query,
  type Statement,
  type TableName,
} from '../../ast/index.js';
import type { CatalogueColumn } from '../../catalogue.js';
import { name, qualified } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { firstColumns, namedApart } from './named-columns.js';
import type { KeptTables } from './kept-tables.js';

/** Says a statement by several; what it can't say it leaves alone, and answers false. */
export type Apart = (statement: Statement, steps: StepMaker) => boolean;

/**
 * The statements that one comes to, in the source's terms still: each is translated by itself. Rows go from one to the
 * next in temporary tables.
 */
export class StepMaker {
  readonly statements: Statement[] = [];
  /** The place of the statement whose count of rows is that of the whole. */
  main = 0;

  constructor(
    /** What tells of names and types, and refuses. */
    readonly t: Translator,
    private readonly tables: KeptTables,
    private readonly sql: string,
    private readonly apart: readonly Apart[],
  ) {}

  /** A statement, by several where the target can't say it at once. */
  add(statement: Statement): void {
    if (this.apart.some((one) => one(statement, this))) return;
    if (statement.kind !== 'query') this.main = this.statements.length;
    this.statements.push(statement);
  }

  /**
   * Keeps what a query gives, in a temporary table that is made anew.
   * @returns the table's name
   */
  keep(stem: string, query: Query): Name {
    const { span } = query;
    const called = name(this.#fresh(stem), span);
    const apart = namedApart(query, this.t);
    const drop: Drop = { kind: 'drop', object: 'TABLE', temporary: true, ifExists: true, names: [table(called)], span };
    const made: CreateTable = {
      kind: 'create-table',
      persistence: 'TEMPORARY',
      name: table(called),
      query: apart,
      span,
    };
    this.statements.push(drop, made);
    const columns = this.t.scope.columnsOf(apart) ?? [];
    // a copy of a table that is not known is not known either
    if (columns.length === 0 && isCopy(apart)) return called;
    this.tables.add({ schema: undefined, name: called.value, columns: columns.map(columnOf) });
    if (columns.length === 0) this.t.refuse(firstColumns(apart)[0] ?? query, 'Which columns these are is not known.');
    return called;
  }

  /** A name that nothing in the source has. */
  #fresh(stem: string): string {
    let number = 1;
    readsSource({ span: { start: 0, end: this.sql.length } });
    while (this.sql.includes(`${stem}_${number}`) || this.tables.table([`${stem}_${number}`]) !== undefined)
      number += 1;
    return `${stem}_${number}`;
  }
}

/** Whether a query has the columns of one table, as they are there. */
function isCopy({ body, with: tables }: Query): boolean {
  if (body.kind !== 'select' || tables !== undefined) return false;
  const [table, second] = body.from ?? [];
  const [only, other] = body.columns;
  return (
    table?.kind === 'table-name' && second === undefined && only?.expression.kind === 'star' && other === undefined
  );
}

const table = (called: Name): TableName['name'] => qualified(called.value, called.span);

const columnOf = ({
  name: called,
  type,
  nullable,
}: Pick<CatalogueColumn, 'name' | 'type'> & {
  readonly nullable: boolean | undefined;
}): CatalogueColumn => ({ name: called, type, nullable: nullable !== false, databaseType: '' });
