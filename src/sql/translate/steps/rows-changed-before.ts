import {
  contains,
  type Change,
  type Expression,
  type Name,
  type Query,
  type Statement,
  type TableName,
} from '../../ast/index.js';
import { allOf, not } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { writtenAlike } from '../written-alike.js';
import { foundKey } from './row-keys.js';
import { changedBy } from './rows-before.js';
import { isKept, keptKeys, keyItems, selectOf, type KeyedTable } from './rows.js';
import type { StepMaker } from './step-maker.js';

interface ChangedRows {
  readonly path: string;
  readonly of: KeyedTable;
  readonly kept: Name;
}

/** A change that was made, and the name that it has in WITH. */
interface DoneChange {
  readonly path: string;
  readonly called: Name;
  readonly kind: Change['kind'];
  readonly where: Expression | undefined;
}

/**
 * The rows of each table that the changes of a WITH have updated by now. One that changes others of the same table sees these
 * as they were, and one row is not changed twice.
 * https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-MODIFYING
 */
export class RowsChangedBefore {
  readonly #changed: ChangedRows[] = [];
  readonly #done: DoneChange[] = [];

  constructor(
    private readonly parts: readonly (Change | Query)[],
    private readonly steps: StepMaker,
  ) {}

  /** Keeps the keys of the rows that a part is about to change, where a part behind it changes the same table. */
  add(statement: Change, called: Name, at: number): void {
    const path = pathOf(changedBy(statement), this.steps.t);
    this.#done.push({ path, called, where: 'where' in statement ? statement.where : undefined, kind: statement.kind });
    const isAgain = this.parts.slice(at + 1).some((one) => isChangeOf(one, path, this.steps.t));
    const of = this.#keyOf(statement);
    if (!isAgain || statement.kind !== 'update' || of === undefined) return;
    const rows = selectOf(keyItems(of), [of.table, ...(statement.from ?? [])], statement);
    this.#changed.push({ path, of, kept: this.steps.keep('updated', rows) });
  }

  #keyOf(statement: Change): KeyedTable | undefined {
    const table = onlyTable(statement);
    return table && foundKey(table, statement, this.steps.t);
  }

  /**
   * Whether an UPDATE of one table may go behind the others of it: it changes other rows by what it says, or goes by what
   * these return.
   */
  isApart(statement: Statement, written: Statement): boolean {
    const table = onlyTable(statement);
    if (statement.kind !== 'update' || table === undefined) return false;
    const { t } = this.steps;
    const path = pathOf(table.name, t);
    return this.#done
      .filter((one) => one.path === path)
      .every(
        ({ kind, where, called }) =>
          (kind === 'delete' || (kind === 'update' && this.#changed.some((one) => one.path === path))) &&
          (readsTable(written, called, t) || areOthers(where, statement.where, t)),
      );
  }

  /** The same UPDATE of the rows that no part has changed. */
  without<Part extends Change | Query>(statement: Part): Part {
    const table = onlyTable(statement);
    if (statement.kind !== 'update' || table === undefined) return statement;
    const path = pathOf(table.name, this.steps.t);
    const apart = this.#changed
      .filter((one) => one.path === path)
      .map(({ of, kept }): Expression => not(isKept({ table, key: of.key }, kept, keptKeys(of))));
    if (apart.length === 0) return statement;
    const { where } = statement;
    return { ...statement, where: allOf([...(where === undefined ? [] : [where]), ...apart]) };
  }
}

const isChangeOf = (part: Change | Query, path: string, t: Translator): boolean =>
  part.kind !== 'query' && pathOf(changedBy(part), t) === path;

const readsTable = (statement: Statement, called: Name, t: Translator): boolean =>
  contains(
    statement,
    (part) =>
      part.kind === 'table-name' && part.name.parts.length === 1 && pathOf(part.name, t) === t.scope.key(called),
  );

/** Whether two conditions ask a column for other values, as `id = 1` and `id = 2` do. */
function areOthers(one: Expression | undefined, other: Expression | undefined, t: Translator): boolean {
  const asked = new Map(valuesAsked(one).map(([called, value]) => [t.scope.key(called), value]));
  return valuesAsked(other).some(([called, value]) => {
    const before = asked.get(t.scope.key(called));
    return before !== undefined && writtenAlike(before) !== writtenAlike(value);
  });
}

const WRITTEN: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['number', 'string', 'parameter']);

function valuesAsked(condition: Expression | undefined): readonly (readonly [Name, Expression])[] {
  if (condition === undefined) return [];
  if (condition.kind === 'logical') return condition.operator === 'and' ? condition.operands.flatMap(valuesAsked) : [];
  if (condition.kind !== 'binary' || condition.operator !== 'equal') return [];
  const { left, right } = condition;
  return left.kind === 'column' && WRITTEN.has(right.kind) ? [[lastOf(left), right]] : [];
}

const pathOf = ({ parts }: TableName['name'], t: Translator): string =>
  parts.map((part) => t.scope.key(part)).join('.');

function onlyTable(statement: Statement): TableName | undefined {
  if (statement.kind !== 'update') return undefined;
  const [table, second] = statement.tables;
  return table?.kind === 'table-name' && second === undefined ? table : undefined;
}
