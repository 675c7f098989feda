import type { AlterTable, Drop, DropConstraint, Name, Statement } from '../../ast/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { indexName } from './index-elements.js';
import { alteration } from './made-definitions.js';

/** DROP CONSTRAINT, and what MySQL drops by its kind. */
export function dropConstraint(action: DropConstraint, table: AlterTable, t: Translator): Statement[] {
  const { object, ifExists, behavior, span } = action;
  const owner = table.name.parts[table.name.parts.length - 1] as Name;
  if (object === 'INDEX' || object === 'KEY') return [droppedIndex(action, owner, t)];
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
    name: t.node(called),
    ...(mayMiss && { ifExists }),
    span,
  };
  return [alteration(t.node(table.name), [made], span)];
}

/** PostgreSQL's own name for it. */
const primaryKeyOf = ({ value }: Name): string => `${value}_pkey`;

function droppedIndex(action: DropConstraint, owner: Name, t: Translator): Drop {
  const { span } = action;
  if (action.name === undefined) return t.refuse(action, 'An index without a name.');
  const parts = [indexName(action.name, owner, t)];
  return { kind: 'drop', object: 'INDEX', names: [{ kind: 'qualified-name', parts, span }], span };
}
