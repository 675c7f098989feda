import type { AlterTable, DropConstraint, Name, QualifiedName, Span, Statement } from '../../ast/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { indexOfTable, presentIndexName } from './index-elements.js';
import { alteration } from './made-definitions.js';

/** DROP CONSTRAINT, and what MySQL drops by its kind. */
export function dropConstraint(action: DropConstraint, table: AlterTable, t: Translator): Statement[] {
  const { object, ifExists, behavior, span } = action;
  const owner = table.name.parts[table.name.parts.length - 1] as Name;
  if (object === 'INDEX' || object === 'KEY') return droppedIndex(action, table, t);
  if (t.target === 'SQLITE')
    t.refuse(action, 'SQLite drops no constraint of a table.', 'Create the table anew, and copy its rows.');
  if (behavior === 'CASCADE' && t.target !== 'POSTGRESQL') t.notice('CASCADE_DROPPED', action);
  const mayMiss = ifExists === true && t.target === 'POSTGRESQL';
  if (ifExists === true && !mayMiss) t.notice('DETAIL_DROPPED', action, 'A constraint that is not there is an error.');
  const called = action.name ?? name(primaryKeyOf(t.node(owner)), span, t.node(owner).quoted);
  if (t.target === 'MYSQL' && called.value === primaryKeyOf(owner)) {
    return [alteration(t.node(table.name), [{ kind: 'drop-constraint', object: 'PRIMARY KEY', span }], span)];
  }
  const made: DropConstraint = {
    kind: 'drop-constraint',
    object: 'CONSTRAINT',
    name: presentKey(called, table, t) ?? t.node(called),
    ...(mayMiss && { ifExists }),
    span,
  };
  return [alteration(t.node(table.name), [made], span)];
}

/** What MySQL calls a unique key without a name, which PostgreSQL calls by its table and columns: by the first of these. */
function presentKey({ value, span }: Name, { name: table }: AlterTable, t: Translator): Name | undefined {
  const owner = table.parts[table.parts.length - 1] as Name;
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const [start, end] = [`${owner.value.toLowerCase()}_`, '_key'];
  const written = value.toLowerCase();
  if (t.target !== 'MYSQL' || !written.startsWith(start) || !written.endsWith(end)) return undefined;
  if (known?.indexes === undefined || known.indexes.some((one) => one.name.toLowerCase() === written)) return undefined;
  const columns = `${written.slice(start.length, -end.length)}_`;
  const [only, another] = known.indexes.filter((one) => one.unique && columns.startsWith(`${one.name.toLowerCase()}_`));
  return only !== undefined && another === undefined ? name(only.name, span, true) : undefined;
}

/** PostgreSQL's own name for it. */
const primaryKeyOf = ({ value }: Name): string => `${value}_pkey`;

/** Whether an index is that which MySQL has for a foreign key that goes with it: the others have none. */
export const isOfKey = ({ name }: DropConstraint, { actions }: AlterTable): boolean =>
  actions.some(
    (one) => one.kind === 'drop-constraint' && one.object === 'FOREIGN KEY' && one.name?.value === name?.value,
  );

function droppedIndex(action: DropConstraint, node: AlterTable, t: Translator): Statement[] {
  const { span, name: written } = action;
  if (written === undefined) return t.refuse(action, 'An index without a name.');
  if (t.target !== 'MYSQL' && isOfKey(action, node)) return [];
  return dropOfIndex(written, node.name, span, t);
}

/** An index, or the unique key of which it is one in the target. */
export function dropOfIndex(written: Name, table: QualifiedName, span: Span, t: Translator): Statement[] {
  const called = presentIndexName(written, table, t);
  const names = [{ kind: 'qualified-name', parts: [called], span } as const];
  if (t.target !== 'POSTGRESQL' || indexOfTable(called, table, t)?.unique !== true)
    return [{ kind: 'drop', object: 'INDEX', names, span }];
  return [
    alteration(
      t.node(table),
      [{ kind: 'drop-constraint', object: 'CONSTRAINT', name: called, ifExists: true, span }],
      span,
    ),
    { kind: 'drop', object: 'INDEX', ifExists: true, names, span },
  ];
}
