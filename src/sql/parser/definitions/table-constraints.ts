import type {
  ExclusionElement,
  Expression,
  IndexOption,
  TableConstraint,
  TableKey,
  TableRule,
} from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parenthesized } from '../lists.js';
import { atName, parseName } from '../names.js';
import {
  parseCondition,
  parseDeferral,
  parseOnConflict,
  takeConstraintName,
  takeNullsNotDistinct,
} from './column-constraints.js';
import { parseForeignReference, parseKeyColumns } from './foreign-references.js';
import { parseIndexElement } from './index-elements.js';
import { parseIndexOptions } from './index-options.js';
import { parseNameList } from './names.js';
import { rulesOf } from './rules.js';

/** Whether a constraint or key of the table stands here, and no column. */
export function atTableConstraint(cursor: Cursor): boolean {
  if (!cursor.atAny(rulesOf(cursor).tableRules)) return false;
  // these may name columns as well
  if (cursor.at('PERIOD')) return cursor.at('PERIOD', 'FOR');
  if (cursor.at('EXCLUDE')) return cursor.at('EXCLUDE', 'USING') || cursor.at('EXCLUDE', '(');
  return true;
}

/** [CONSTRAINT [name]] rule [ON CONFLICT action] [deferral] */
export function parseTableConstraint(cursor: Cursor): TableConstraint {
  const { start } = cursor;
  const name = takeConstraintName(cursor);
  const rule = parseRule(cursor);
  const onConflict = parseOnConflict(cursor);
  const deferral = parseDeferral(cursor);
  return {
    kind: 'table-constraint',
    ...(name !== undefined && { name }),
    rule,
    ...(onConflict !== undefined && { onConflict }),
    ...(deferral.length > 0 && { deferral }),
    span: cursor.since(start),
  };
}

type RuleReader = (cursor: Cursor, start: number) => TableRule;

const keyOf =
  (type: TableKey['type']): RuleReader =>
  (cursor, start) =>
    parseKey(cursor, start, type);

/** Rules by their words, behind which a reader starts. */
const RULES: readonly (readonly [words: readonly [string, string?], read: RuleReader])[] = [
  [
    ['CHECK'],
    (cursor, start) => ({ kind: 'table-check', condition: parseCondition(cursor), span: cursor.since(start) }),
  ],
  [['PRIMARY', 'KEY'], keyOf('primary')],
  [['UNIQUE'], keyOf('unique')],
  [['FOREIGN', 'KEY'], parseForeignKey],
  [['EXCLUDE'], parseExclusion],
  [['FULLTEXT'], keyOf('fulltext')],
  [['SPATIAL'], keyOf('spatial')],
  [['INDEX'], keyOf('index')],
  [['KEY'], keyOf('index')],
  [['PERIOD', 'FOR'], parsePeriod],
  [
    ['NOT', 'NULL'],
    (cursor, start) => ({ kind: 'table-not-null', column: parseName(cursor), span: cursor.since(start) }),
  ],
];

function parseRule(cursor: Cursor): TableRule {
  const { start } = cursor;
  const found = atTableConstraint(cursor) ? RULES.find(([words]) => cursor.take(...words)) : undefined;
  return found === undefined ? cursor.unexpected('a constraint') : found[1](cursor, start);
}

/**
 * [INDEX | KEY] [IF NOT EXISTS] [NULLS [NOT] DISTINCT] [name] [USING type] '(' elements ')' [INCLUDE '(' columns ')']
 * [options] | USING INDEX name
 */
function parseKey(cursor: Cursor, start: number, type: TableKey['type']): TableRule {
  const { inheritance, duplicateKeys } = cursor.dialect.features;
  if (inheritance && (type === 'primary' || type === 'unique') && cursor.take('USING', 'INDEX')) {
    return { kind: 'constraint-using-index', type, index: parseName(cursor), span: cursor.since(start) };
  }
  const named = duplicateKeys ? parseIndexName(cursor, type) : {};
  const nullsNotDistinct = takeNullsNotDistinct(cursor);
  const before = duplicateKeys ? parseIndexOptions(cursor) : [];
  const elements = parseElements(cursor);
  const include = inheritance && cursor.take('INCLUDE') ? parseNameList(cursor) : undefined;
  const options: IndexOption[] = [...before, ...parseIndexOptions(cursor)];
  return {
    kind: 'table-key',
    type,
    ...named,
    elements: elements.items,
    ...(elements.withoutOverlaps && { withoutOverlaps: true }),
    ...(elements.autoIncrement && { autoIncrement: true }),
    ...(nullsNotDistinct && { nullsNotDistinct }),
    ...(include !== undefined && { include }),
    ...(options.length > 0 && { options }),
    span: cursor.since(start),
  };
}

/** [INDEX | KEY] [IF NOT EXISTS] [name] */
function parseIndexName(cursor: Cursor, type: TableKey['type']): Pick<TableKey, 'indexName'> {
  if (type !== 'primary' && type !== 'index' && !cursor.take('KEY')) cursor.take('INDEX');
  cursor.take('IF', 'NOT', 'EXISTS');
  return atName(cursor) ? { indexName: parseName(cursor) } : {};
}

/** '(' element (',' element)* [WITHOUT OVERLAPS | AUTOINCREMENT] ')' */
function parseElements(cursor: Cursor): {
  items: TableKey['elements'];
  withoutOverlaps: boolean;
  autoIncrement: boolean;
} {
  let withoutOverlaps = false;
  let autoIncrement = false;
  const items = parenthesized(cursor, (inner) => {
    const element = parseIndexElement(inner);
    withoutOverlaps = inner.take('WITHOUT', 'OVERLAPS') || withoutOverlaps;
    autoIncrement = (rulesOf(inner).stringNames && inner.take('AUTOINCREMENT')) || autoIncrement;
    return element;
  });
  return { items, withoutOverlaps, autoIncrement };
}

/** [IF NOT EXISTS] [name] '(' columns ')' REFERENCES … */
function parseForeignKey(cursor: Cursor, start: number): TableRule {
  const { duplicateKeys } = cursor.dialect.features;
  if (duplicateKeys) cursor.take('IF', 'NOT', 'EXISTS');
  const indexName = duplicateKeys && !cursor.at('(') ? parseName(cursor) : undefined;
  const columns = parseKeyColumns(cursor);
  cursor.expect('REFERENCES');
  const reference = parseForeignReference(cursor);
  return {
    kind: 'table-foreign-key',
    ...(indexName !== undefined && { indexName }),
    ...columns,
    reference,
    span: cursor.since(start),
  };
}

/** [USING method] '(' element WITH operator (',' …)* ')' [INCLUDE …] [options] [WHERE '(' condition ')'] */
function parseExclusion(cursor: Cursor, start: number): TableRule {
  const method = cursor.take('USING') ? parseName(cursor) : undefined;
  const elements = parenthesized(cursor, parseExclusionElement);
  const include = cursor.take('INCLUDE') ? parseNameList(cursor) : undefined;
  const options = parseIndexOptions(cursor);
  const where: Expression | undefined = cursor.take('WHERE') ? parseCondition(cursor) : undefined;
  return {
    kind: 'table-exclusion',
    ...(method !== undefined && { method }),
    elements,
    ...(include !== undefined && { include }),
    ...(options.length > 0 && { options }),
    ...(where !== undefined && { where }),
    span: cursor.since(start),
  };
}

function parseExclusionElement(cursor: Cursor): ExclusionElement {
  const { start } = cursor;
  const element = parseIndexElement(cursor);
  cursor.expect('WITH');
  const named = cursor.take('OPERATOR', '(');
  const from = cursor.index;
  if (named) while (!cursor.at(')')) cursor.next();
  else cursor.next();
  const sign = cursor.tokens
    .slice(from, cursor.index)
    .map(({ text }) => text)
    .join('');
  if (named) cursor.expect(')');
  const operator = named ? `OPERATOR(${sign})` : sign;
  return { kind: 'exclusion-element', element, operator, span: cursor.since(start) };
}

/** MariaDB's PERIOD FOR name '(' start ',' end ')' */
function parsePeriod(cursor: Cursor, start: number): TableRule {
  const period = parseName(cursor);
  const columns = parseNameList(cursor);
  return { kind: 'table-period', period, columns, span: cursor.since(start) };
}
