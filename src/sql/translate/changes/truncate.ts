import type { Delete, Statement, TableName, Truncate, TruncatedTable } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { Translator } from '../translator.js';

/** Whether TRUNCATE begins to count anew where nothing is said: https://dev.mysql.com/doc/refman/8.4/en/truncate-table.html */
const RESTARTS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** TRUNCATE, which SQLite says by a DELETE, and MySQL where the keys are to count on. */
export function truncate(node: Truncate, t: Translator): Statement {
  const { tables, identity, behavior, wait } = node;
  if (behavior === 'CASCADE' && !t.to.features.foldsNames)
    t.notice('CASCADE_DROPPED', node, 'The tables that refer to these are not emptied along with them.');
  if (wait !== undefined) t.notice('HINT_DROPPED', node);
  const restarts = identity === undefined ? RESTARTS[t.source] : identity === 'RESTART';
  if (t.to.features.foldsNames)
    return { kind: 'truncate', tables: t.all(tables), ...(restarts && { identity: 'RESTART' }), span: node.span };
  const [first, ...others] = tables.map((one) => emptied(one, restarts, node, t)) as [Statement, ...Statement[]];
  t.after.push(...others);
  return first;
}

function emptied(table: TruncatedTable, restarts: boolean, { span }: Truncate, t: Translator): Truncate | Delete {
  const name = t.node(table.name);
  // ONLY is about tables that inherit, which are PostgreSQL’s alone
  const own: TruncatedTable = { kind: table.kind, name, span: table.span };
  if (restarts && t.to.features.duplicateKeys) return { kind: 'truncate', tables: [own], span };
  return { kind: 'delete', from: [{ kind: 'table-name', name, span: table.span } satisfies TableName], span };
}
