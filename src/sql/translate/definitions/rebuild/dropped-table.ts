import type { CreateTable, ForeignReference, Span, Statement, TableElement } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { keyOf, type PresentTable } from './present-table.js';
import { copiesOf, dependentsFirst, putBack, takenDown } from './rebuilt.js';

/** What stands around the DROP of a table, in their order. */
export interface AroundDrop {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/**
 * A table that is dropped, with the foreign keys that lead to it: the tables that have them are made anew without.
 * @param dependents those, and all whose foreign keys lead there by others
 */
export function droppedTable(
  dropped: PresentTable,
  dependents: readonly PresentTable[],
  span: Span,
  t: Translator,
): AroundDrop {
  const others = dependents.filter(({ table }) => keyOf(table.name, t) !== keyOf(dropped.table.name, t));
  const { tables, isRound } = dependentsFirst(others, dropped, t);
  const all = tables
    .filter((each) => each !== dropped)
    .map((before) => ({
      before,
      now: { ...before, table: withoutKeysTo(dropped.table, before.table, t) },
      copied: copiesOf(before),
    }));
  const here = (statements: readonly Statement[]): Statement[] => statements.map((each) => ({ ...each, span }));
  return { before: here(takenDown(all, isRound, t)), after: here(putBack(all, t)) };
}

/** A table without the foreign keys that lead to another. */
function withoutKeysTo({ name: gone }: CreateTable, table: CreateTable, t: Translator): CreateTable {
  const leads = ({ table: to }: ForeignReference): boolean => keyOf(to, t) === keyOf(gone, t);
  const elements = (table.elements ?? []).flatMap((element): readonly TableElement[] => {
    if (element.kind === 'table-constraint')
      return element.rule.kind === 'table-foreign-key' && leads(element.rule.reference) ? [] : [element];
    if (element.kind !== 'column-definition') return [element];
    const constraints = element.constraints.filter(({ rule }) => rule.kind !== 'references' || !leads(rule.reference));
    return [{ ...element, constraints }];
  });
  return { ...table, elements };
}
