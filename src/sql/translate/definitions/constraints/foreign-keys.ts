import type { Deferral, ForeignReference, Name, Node, ReferentialAction } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';

/** Actions that the servers of a target refuse. */
const REFUSED_ACTIONS: Readonly<Record<DialectName, ReadonlySet<ReferentialAction['action']>>> = {
  POSTGRESQL: new Set(),
  // InnoDB rejects it
  MYSQL: new Set(['SET DEFAULT']),
  SQLITE: new Set(),
};

const NEEDS_COLUMNS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** What a foreign key refers to. */
export function reference(node: ForeignReference, t: Translator): ForeignReference {
  const { table, match, onDelete, onUpdate, period, span } = node;
  if (period === true) t.refuse(node, 'A foreign key over a period has no counterpart in the target.');
  if (match === 'FULL' && node.columns.length > 1) {
    t.refuse(node, 'MATCH FULL has no counterpart in the target.', 'Let the columns be NOT NULL.');
  }
  return {
    kind: 'foreign-reference',
    table: t.node(table),
    columns: referencedColumns(node, t),
    ...(onDelete !== undefined && { onDelete: action(onDelete, t) }),
    ...(onUpdate !== undefined && { onUpdate: action(onUpdate, t) }),
    span,
  };
}

/** The columns; those of the primary key where the statement names none and the target asks for them. */
function referencedColumns(node: ForeignReference, t: Translator): Name[] {
  if (node.columns.length > 0 || !NEEDS_COLUMNS[t.target]) return t.all(node.columns);
  const path = node.table.parts.map((part) => t.scope.fold(part));
  const known = t.scope.context.catalogue?.table(path)?.primaryKey ?? [];
  if (known.length > 0) return known.map((value) => ({ kind: 'name', value, quoted: false, span: node.span }));
  return t.refuse(node, 'The target’s foreign keys name the columns that they refer to.', 'Write them in parentheses.');
}

function action(node: ReferentialAction, t: Translator): ReferentialAction {
  if (REFUSED_ACTIONS[t.target].has(node.action)) {
    t.refuse(node, `${node.action} has no counterpart in the target.`, 'Use SET NULL, or a trigger.');
  }
  if (node.columns.length > 0) t.refuse(node, `${node.action} of some columns has no counterpart in the target.`);
  return node;
}

/**
 * The name of a foreign key. MySQL's are one in all of a database, where the others have them in each table: one that is
 * taken is left to the server. https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export function foreignKeyName(
  written: Name | undefined,
  { table }: ForeignReference,
  t: Translator,
): Name | undefined {
  if (written === undefined) return undefined;
  const own = t.node(written);
  if (t.target !== 'MYSQL' || t.source === 'MYSQL') return own;
  const hanging = t.scope.context.catalogue?.hangingOn?.(table.parts.map((part) => t.scope.fold(part)));
  const isTaken = hanging?.foreignKeys.some(({ name }) => name.toLowerCase() === own.value.toLowerCase()) === true;
  if (isTaken)
    t.notice('DETAIL_DROPPED', written, 'Another table’s foreign key has this name: the server gives another.');
  return isTaken ? undefined : own;
}

const DEFERS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** What may be said behind a foreign key. */
export function deferralFor(words: Deferral | undefined, at: Node, t: Translator): { readonly deferral?: Deferral } {
  const kept = (words ?? []).filter((word) => word.includes('DEFERR'));
  if (kept.length === 0) return {};
  if (DEFERS[t.target]) return { deferral: kept };
  if (kept.includes('INITIALLY DEFERRED')) t.notice('CONSTRAINT_TIMING', at);
  return {};
}

/** Whether a constraint is only written down, and kept by nobody. */
export const isUnenforced = (words: Deferral | undefined): boolean => (words ?? []).includes('NOT ENFORCED');
