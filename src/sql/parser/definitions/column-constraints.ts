import type { ColumnConstraint, ColumnRule, Deferral, Expression, Name, Violation } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parseWord } from '../names.js';
import { parseForeignReference } from './foreign-references.js';
import { parseIndexStorage } from './index-options.js';
import { parseCollationPath, parseOwnName } from './names.js';
import { takePhrase } from './phrases.js';
import { rulesOf } from './rules.js';
import { parseSequenceOptions } from './sequences.js';

/** A constraint's rule, or several where one spelling says as many. */
type RuleReader = (cursor: Cursor, start: number) => ColumnRule | readonly ColumnRule[];

const parsed =
  (words: readonly [string, string?], make: (span: ColumnRule['span'], cursor: Cursor) => ColumnRule): RuleReader =>
  (cursor, start) => {
    cursor.expect(...words);
    const node = make(cursor.since(start), cursor);
    return { ...node, span: cursor.since(start) };
  };

/** Rules by their first word; which of them a dialect has, its rules say. */
const READERS: Readonly<Record<string, RuleReader>> = {
  NOT: parsed(['NOT', 'NULL'], (span) => ({ kind: 'not-null', span })),
  NULL: parsed(['NULL'], (span) => ({ kind: 'nullable', span })),
  DEFAULT: parseDefault,
  PRIMARY: parsePrimaryKey,
  KEY: parsed(['KEY'], (span) => ({ kind: 'primary-key', span })),
  UNIQUE: parseUnique,
  CHECK: parsed(['CHECK'], (span, cursor) => ({ kind: 'check', condition: parseCondition(cursor), span })),
  REFERENCES: parsed(['REFERENCES'], (span, cursor) => ({
    kind: 'references',
    reference: parseForeignReference(cursor),
    span,
  })),
  COLLATE: parsed(['COLLATE'], (span, cursor) => ({
    kind: 'column-collation',
    collation: parseCollationPath(cursor),
    span,
  })),
  GENERATED: parseGenerated,
  AS: parseGenerated,
  AUTO_INCREMENT: parsed(['AUTO_INCREMENT'], (span) => ({ kind: 'auto-increment', span })),
  ON: parsed(['ON', 'UPDATE'], (span, cursor) => ({
    kind: 'on-update',
    value: parseExpression(cursor, Infinity),
    span,
  })),
  COMMENT: parsed(['COMMENT'], (span, cursor) => ({ kind: 'comment', text: parseExpression(cursor, Infinity), span })),
  VISIBLE: parsed(['VISIBLE'], (span) => ({ kind: 'visibility', visible: true, span })),
  INVISIBLE: parsed(['INVISIBLE'], (span) => ({ kind: 'visibility', visible: false, span })),
  SERIAL: parseSerial,
};

/** Whether a constraint or attribute of a column stands here. */
export function atColumnConstraint(cursor: Cursor): boolean {
  return cursor.atAny(rulesOf(cursor).columnRules);
}

/** [CONSTRAINT [name]] rule [ON CONFLICT action] [deferral] */
export function parseColumnConstraints(cursor: Cursor): ColumnConstraint[] {
  const { start } = cursor;
  const name = takeConstraintName(cursor);
  const read = atColumnConstraint(cursor) ? READERS[cursor.key()] : undefined;
  const found = read?.(cursor, cursor.start) ?? cursor.unexpected('a constraint');
  const rules: readonly ColumnRule[] = 'kind' in found ? [found] : found;
  const last = withConflict(cursor, rules[rules.length - 1] as ColumnRule);
  const deferral = parseDeferral(cursor);
  return rules.map((rule, index) => {
    const isLast = index === rules.length - 1;
    return {
      kind: 'column-constraint',
      ...(name !== undefined && index === 0 && { name }),
      rule,
      ...(isLast && last),
      ...(isLast && deferral.length > 0 && { deferral }),
      span: isLast ? cursor.since(start) : rule.span,
    };
  });
}

/** CONSTRAINT [IF NOT EXISTS] [name] ; MySQL may leave the name to the server */
export function takeConstraintName(cursor: Cursor): Name | undefined {
  if (!cursor.take('CONSTRAINT')) return undefined;
  if (cursor.dialect.features.duplicateKeys) cursor.take('IF', 'NOT', 'EXISTS');
  const nameless = cursor.dialect.features.duplicateKeys && cursor.atAny(rulesOf(cursor).tableRules);
  return nameless ? undefined : parseOwnName(cursor);
}

/** [ON CONFLICT action] of SQLite's constraints; AUTOINCREMENT stands behind it. */
function withConflict(cursor: Cursor, rule: ColumnRule): Pick<ColumnConstraint, 'onConflict'> & { rule: ColumnRule } {
  const onConflict = parseOnConflict(cursor);
  const counts = rule.kind === 'primary-key' && rulesOf(cursor).stringNames && cursor.take('AUTOINCREMENT');
  const read: ColumnRule = counts ? { ...rule, autoIncrement: true, span: cursor.from(rule) } : rule;
  return { rule: read, ...(onConflict !== undefined && { onConflict }) };
}

const ACTIONS = ['REPLACE', 'IGNORE', 'ABORT', 'FAIL', 'ROLLBACK'] as const;

/** [ON CONFLICT action] */
export function parseOnConflict(cursor: Cursor): Violation | undefined {
  if (!rulesOf(cursor).stringNames || !cursor.take('ON', 'CONFLICT')) return undefined;
  const action = cursor.takeOneOf(...ACTIONS) ?? cursor.unexpected('ABORT, FAIL, IGNORE, REPLACE or ROLLBACK');
  return action.toLowerCase() as Lowercase<typeof action>;
}

/** ([NOT] DEFERRABLE | INITIALLY … | NOT VALID | [NOT] ENFORCED | NO INHERIT)* , those that the dialect has */
export function parseDeferral(cursor: Cursor): Deferral {
  const found: string[] = [];
  for (;;) {
    const phrase = takePhrase(cursor, rulesOf(cursor).deferrals);
    if (phrase === undefined) return found;
    found.push(phrase.value);
  }
}

/** '(' condition ')' */
export function parseCondition(cursor: Cursor): Expression {
  cursor.expect('(');
  const condition = parseExpression(cursor);
  cursor.expect(')');
  return condition;
}

/** DEFAULT value ; COLLATE behind it is the column's */
function parseDefault(cursor: Cursor, start: number): readonly ColumnRule[] {
  cursor.expect('DEFAULT');
  const value = parseDefaultValue(cursor);
  if (value.kind !== 'collate') return [{ kind: 'default-value', value, span: cursor.since(start) }];
  const { operand, collation } = value;
  const { end } = operand.span;
  return [
    { kind: 'default-value', value: operand, span: { start, end } },
    { kind: 'column-collation', collation, span: cursor.since(end) },
  ];
}

/** A word or name in quotes, which SQLite takes for a string where no parentheses are around it; else an expression */
function parseDefaultValue(cursor: Cursor): Expression {
  const { defaultMinimum, stringNames } = rulesOf(cursor);
  const opened = cursor.at('(');
  const value = parseExpression(cursor, defaultMinimum);
  if (!stringNames || opened || value.kind !== 'column') return value;
  return { kind: 'string', value: value.parts.map((part) => part.value).join('.'), span: value.span };
}

/** PRIMARY KEY [ASC | DESC] [AUTOINCREMENT] [WITH settings] [USING INDEX TABLESPACE name] */
function parsePrimaryKey(cursor: Cursor, start: number): ColumnRule {
  cursor.expect('PRIMARY', 'KEY');
  const direction = rulesOf(cursor).stringNames ? cursor.takeOneOf('ASC', 'DESC') : undefined;
  return {
    kind: 'primary-key',
    ...(direction !== undefined && { direction: direction === 'ASC' ? 'asc' : 'desc' }),
    ...parseIndexStorage(cursor),
    span: cursor.since(start),
  };
}

/** UNIQUE [KEY] [NULLS [NOT] DISTINCT] [WITH settings] [USING INDEX TABLESPACE name] */
function parseUnique(cursor: Cursor, start: number): ColumnRule {
  cursor.expect('UNIQUE');
  if (cursor.dialect.features.duplicateKeys) cursor.take('KEY');
  const nullsNotDistinct = takeNullsNotDistinct(cursor);
  return {
    kind: 'unique',
    ...(nullsNotDistinct && { nullsNotDistinct }),
    ...parseIndexStorage(cursor),
    span: cursor.since(start),
  };
}

/** [NULLS [NOT] DISTINCT] */
export function takeNullsNotDistinct(cursor: Cursor): boolean {
  if (!cursor.dialect.features.inheritance || cursor.take('NULLS', 'DISTINCT')) return false;
  return cursor.take('NULLS', 'NOT', 'DISTINCT');
}

/** [GENERATED ALWAYS] AS '(' expression ')' [STORED | VIRTUAL] | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY [options] */
function parseGenerated(cursor: Cursor, start: number): ColumnRule {
  const { inheritance, sequenceValues } = cursor.dialect.features;
  const byDefault = inheritance && cursor.take('GENERATED', 'BY', 'DEFAULT');
  if (!byDefault && cursor.take('GENERATED')) cursor.expect('ALWAYS');
  cursor.expect('AS');
  if (byDefault || (inheritance && cursor.at('IDENTITY'))) {
    cursor.expect('IDENTITY');
    return { kind: 'identity', always: !byDefault, options: parseListedOptions(cursor), span: cursor.since(start) };
  }
  if (sequenceValues && (cursor.at('ROW', 'START') || cursor.at('ROW', 'END'))) return parseRowTime(cursor, start);
  const expression = parseCondition(cursor);
  const kept = cursor.atAny(rulesOf(cursor).storedWords) ? parseWord(cursor) : undefined;
  return {
    kind: 'generated',
    expression,
    ...(kept !== undefined && { stored: kept !== 'VIRTUAL' }),
    span: cursor.since(start),
  };
}

/** ROW (START | END), the columns of a row's time in MariaDB */
function parseRowTime(cursor: Cursor, start: number): ColumnRule {
  const from = cursor.start;
  const word = `${parseWord(cursor)} ${parseWord(cursor)}`;
  return {
    kind: 'generated',
    expression: { kind: 'keyword', word, span: cursor.since(from) },
    span: cursor.since(start),
  };
}

/** ['(' option* ')'] */
export function parseListedOptions(cursor: Cursor): ReturnType<typeof parseSequenceOptions> {
  if (!cursor.take('(')) return [];
  const options = parseSequenceOptions(cursor);
  if (options.length === 0) cursor.unexpected('an option such as START WITH');
  cursor.expect(')');
  return options;
}

/** SERIAL DEFAULT VALUE, which is NOT NULL AUTO_INCREMENT UNIQUE */
function parseSerial(cursor: Cursor, start: number): readonly ColumnRule[] {
  cursor.expect('SERIAL', 'DEFAULT', 'VALUE');
  const span = cursor.since(start);
  return [
    { kind: 'not-null', span },
    { kind: 'auto-increment', span },
    { kind: 'unique', span },
  ];
}
