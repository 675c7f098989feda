import {
  contains,
  type CreateIndex,
  type Name,
  type QualifiedName,
  type Statement,
  type TableCheck,
  type TableConstraint,
  type TableForeignKey,
  type TableKey,
} from '../../../ast/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { refuseCheckOf } from './acted-on-columns.js';
import { checkedCondition } from './checked-conditions.js';
import { uniqueKeyName } from './key-names.js';
import { deferralFor, foreignKeyName, isUnenforced, reference } from './foreign-keys.js';
import { indexElement, indexName, NAMED_IN_TABLE, tellOfTexts } from '../indexes/index-elements.js';
import { ofTable } from '../made-definitions.js';

/** What a constraint or key of a table comes to: constraints of the target, and indexes that are created apart. */
export interface MadeConstraint {
  readonly constraints: readonly TableConstraint[];
  readonly indexes: readonly Statement[];
}

const NONE: MadeConstraint = { constraints: [], indexes: [] };

/** A constraint or key of a table. */
export function tableConstraint(node: TableConstraint, table: QualifiedName, t: Translator): MadeConstraint {
  const { rule, onConflict } = node;
  if (onConflict !== undefined && onConflict !== 'abort') {
    t.refuse(node, 'ON CONFLICT of a constraint has no counterpart in the target.', 'Say it with each INSERT.');
  }
  if (rule.kind === 'table-key') return key(node, rule, table, t);
  if (rule.kind === 'table-check') return check(node, rule, table, t);
  if (rule.kind === 'table-foreign-key') return foreignKey(node, rule, t);
  return t.refuse(
    node,
    'This constraint has no counterpart in the target.',
    'Keep it in the application, or by a trigger.',
  );
}

const alone = (made: TableConstraint): MadeConstraint => ({ constraints: [made], indexes: [] });

function check(node: TableConstraint, rule: TableCheck, table: QualifiedName, t: Translator): MadeConstraint {
  if (isUnenforced(node.deferral)) {
    t.notice('DETAIL_DROPPED', node, 'A check that nobody keeps is left out.');
    return NONE;
  }
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)))?.foreignKeys ?? [];
  const acting = known.filter(({ changesColumns }) => t.target === 'MYSQL' && changesColumns === true);
  refuseCheckOf(rule.condition, new Set(acting.flatMap(({ columns }) => columns.map((one) => t.scope.keyOf(one)))), t);
  return alone(ofTable({ ...rule, condition: checkedCondition(rule.condition, t) }, node.name && t.node(node.name)));
}

function foreignKey(node: TableConstraint, rule: TableForeignKey, t: Translator): MadeConstraint {
  if (rule.period === true) t.refuse(node, 'A foreign key over a period has no counterpart in the target.');
  const made = ofTable(
    {
      kind: 'table-foreign-key',
      columns: t.all(rule.columns),
      reference: reference(rule.reference, t),
      span: rule.span,
    },
    foreignKeyName(node.name, rule.reference, t),
  );
  return alone({ ...made, ...deferralFor(node.deferral, node, t) });
}

function key(node: TableConstraint, rule: TableKey, table: QualifiedName, t: Translator): MadeConstraint {
  const { type, span } = rule;
  if (type === 'fulltext' || type === 'spatial') {
    t.notice('INDEX_DROPPED', node);
    return NONE;
  }
  if (rule.nullsNotDistinct === true || rule.withoutOverlaps === true) {
    t.refuse(node, 'A key of this kind has no counterpart in the target.', 'Make its columns NOT NULL.');
  }
  if (rule.include !== undefined) t.notice('INDEX_PLAINER', node);
  deferralFor(node.deferral, node, t);
  const elements = rule.elements.map((each) => indexElement(each, type === 'index' ? 'plain' : 'unique', t));
  if (elements.some((each) => contains(each, ({ kind }) => kind === 'query')))
    t.refuse(node, 'The target has no indexes over this expression, which takes a query there.');
  if (type !== 'index') tellOfTexts(rule.elements, node, t);
  const written = rule.indexName ?? node.name;
  const isOfStarts = rule.elements.some(({ length }) => length !== undefined);
  if (type === 'primary' && isOfStarts)
    t.refuse(node, 'A primary key over the start of a text has no counterpart in the target.', 'Use the whole column.');
  if (type === 'primary') {
    return alone(ofTable({ kind: 'table-key', type, elements: elements.map(withoutDirection), span }));
  }
  const isApart = type === 'index' || isOfStarts || (NAMED_IN_TABLE[t.source] && written !== undefined);
  if (!isApart) {
    return alone(
      ofTable({ kind: 'table-key', type, elements: elements.map(withoutDirection), span }, uniqueKeyName(written, t)),
    );
  }
  return { constraints: [], indexes: [indexOf(rule, written, elements, table, t)] };
}

/** Keys of constraints have no direction in PostgreSQL. */
const withoutDirection = ({ direction: _, ...rest }: TableKey['elements'][number]): TableKey['elements'][number] =>
  rest;

/** An index that stands among the elements of MySQL's table is created apart elsewhere. */
function indexOf(
  { type, span, elements: source }: TableKey,
  written: Name | undefined,
  elements: CreateIndex['elements'],
  table: QualifiedName,
  t: Translator,
): CreateIndex {
  const last = table.parts[table.parts.length - 1] as Name;
  return {
    kind: 'create-index',
    type: type === 'unique' ? 'unique' : 'index',
    name: { kind: 'qualified-name', parts: [indexName(written ?? nameOfColumns(source, span), last, t)], span },
    table: t.node(table),
    elements,
    span,
  };
}

/** An index without a name is called by its columns. */
function nameOfColumns(elements: TableKey['elements'], span: TableKey['span']): Name {
  const columns = elements.flatMap(({ expression }) =>
    expression.kind === 'column' ? expression.parts.slice(-1).map(({ value }) => value) : ['expression'],
  );
  return name(columns.join('_'), span);
}
