import {
  foldName,
  isSameName,
  ownName,
  quotedName,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type Name,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { Translate } from './redefinition.js';

/**
 * What takes away the checks that PostgreSQL has of columns' former types, which are checked otherwise from a change on.
 * https://www.postgresql.org/docs/current/ddl-constraints.html
 */
export function formerChecks(change: AlterTable, definitions: Definitions, translate: Translate): readonly string[] {
  const { from, to } = definitions;
  const known = definitions.of(change.name);
  const changed = change.actions.flatMap((action) =>
    action.kind === 'change-column' ? [action.oldName ?? action.definition.name] : [],
  );
  if (to.name !== 'POSTGRESQL' || known === undefined || changed.length === 0) return [];
  const { tree } = translate(known.table, known.text);
  if (tree.kind !== 'create-table') return [];
  const own = ownName(tree.name, to);
  const called = (table: CreateTable, name: Name): ColumnDefinition | undefined =>
    table.elements?.find(
      (element): element is ColumnDefinition =>
        element.kind === 'column-definition' && isSameName(element.name, name, from),
    );
  return changed.flatMap((name) => {
    const made = called(tree, name);
    // a check that the script says itself goes by the same name
    if (made === undefined || !hasCheck(made) || hasCheck(called(known.table, name))) return [];
    const check = quotedName(`${own}_${foldName(made.name, to)}_check`);
    return [`ALTER TABLE ${quotedName(own)} DROP CONSTRAINT IF EXISTS ${check}`];
  });
}

const hasCheck = (column: ColumnDefinition | undefined): boolean =>
  column?.constraints.some(({ rule }) => rule.kind === 'check') === true;
