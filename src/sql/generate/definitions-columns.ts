import type {
  ColumnConstraint,
  ColumnDefinition,
  DataType,
  DefaultRule,
  Expression,
  ForeignReference,
  GeneratedRule,
  Name,
  PrimaryKeyRule,
  ReferentialAction,
  SequenceOption,
  TableConstraint,
  UniqueRule,
  Violation,
} from '../ast/index.js';
import { clause, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, join } from './layout.js';
import { path } from './names-and-literals.js';
import { settingsList } from './options.js';
import { precedenceOf, PRIMARY } from './precedence.js';
import type { Printer, PrintTable } from './printer.js';
import { refuse } from './refusal.js';

/** Columns of a table, and the rules that they keep. */
export const columns = {
  'column-definition': columnDefinition,
  'column-constraint': (node, printer) => columnConstraint(node, undefined, printer),
  'not-null': () => 'NOT NULL',
  nullable: () => 'NULL',
  'default-value': (node, printer) => defaultRule(node, undefined, printer),
  'primary-key': (node, printer) => primaryKey(node, undefined, printer),
  unique,
  check: ({ condition }, printer) => concat(['CHECK ', parenthesized(printer.print(condition))]),
  references: ({ reference }, printer) => printer.print(reference),
  generated,
  identity: ({ always, options }, printer) =>
    words(
      `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`,
      options.length > 0 && parenthesized(join(' ', printer.all(options))),
    ),
  'auto-increment': (_node, printer) =>
    printer.rules.autoIncrement ?? refuse(printer, '`AUTO_INCREMENT`', 'Make the column an identity or a primary key.'),
  'on-update': ({ value }, printer) => clause('ON UPDATE', printer.print(value)),
  comment: ({ text }, printer) => clause('COMMENT', printer.print(text)),
  'column-collation': ({ collation }, printer) => clause('COLLATE', path(collation.parts, printer, 'any')),
  visibility: ({ visible }) => (visible ? 'VISIBLE' : 'INVISIBLE'),
  'foreign-reference': foreignReference,
  'referential-action': referentialAction,
  'sequence-option': sequenceOption,
} satisfies Partial<PrintTable>;

function columnDefinition({ name, type, constraints, settings, position }: ColumnDefinition, printer: Printer): Doc {
  return words(
    printer.print(name),
    type !== undefined && type.name !== '' && printer.print(type),
    ...(settings ?? []),
    ...constraints.map((node) => printer.commented(node, columnConstraint(node, type, printer))),
    position === 'first' && 'FIRST',
    typeof position === 'object' && clause('AFTER', printer.print(position)),
  );
}

/** A column's constraint; a default may depend on the column's type. */
function columnConstraint(node: ColumnConstraint, type: DataType | undefined, printer: Printer): Doc {
  return words(
    node.name !== undefined && clause('CONSTRAINT', printer.print(node.name)),
    columnRule(node, type, printer),
    ...(node.deferral ?? []),
  );
}

/** A rule with what happens to a row that breaks it; AUTOINCREMENT stands behind that. */
function columnRule({ rule, onConflict }: ColumnConstraint, type: DataType | undefined, printer: Printer): Doc {
  const conflict = conflictWords(onConflict);
  if (rule.kind === 'primary-key') return printer.commented(rule, primaryKey(rule, conflict, printer));
  if (rule.kind === 'default-value') return printer.commented(rule, defaultRule(rule, type, printer));
  return words(printer.print(rule), conflict);
}

function conflictWords(violation: Violation | undefined): string | undefined {
  return violation === undefined ? undefined : `ON CONFLICT ${violation.toUpperCase()}`;
}

/** ON CONFLICT, DEFERRABLE and their like, behind a table's constraint. */
export function constraintTail({ onConflict, deferral }: TableConstraint): (string | undefined)[] {
  return [conflictWords(onConflict), ...(deferral ?? [])];
}

function defaultRule({ value }: DefaultRule, type: DataType | undefined, printer: Printer): Doc {
  return clause('DEFAULT', defaultValue(value, type, printer));
}

/** What a default may be without parentheses, whichever the dialect. */
const LITERALS: ReadonlySet<string> = new Set<Expression['kind']>([
  'null',
  'boolean',
  'number',
  'string',
  'bytes',
  'bits',
  'typed-literal',
  'keyword',
]);

/** A default: a literal as it is, other values in parentheses unless the dialect takes them without. */
export function defaultValue(value: Expression, type: DataType | undefined, printer: Printer): Doc {
  const { wrappedDefaults } = printer.rules;
  const needsWrapping = type !== undefined && value.kind !== 'null' && wrappedDefaults.has(type.name);
  return printer.wrappedIf(needsWrapping || !isBareDefault(value, printer), value);
}

function isBareDefault(value: Expression, printer: Printer): boolean {
  if (LITERALS.has(value.kind)) return true;
  if (value.kind === 'unary') return value.operator === 'minus' && value.operand.kind === 'number';
  const { defaultCalls } = printer.rules;
  if (defaultCalls === 'all') return precedenceOf(value, printer) === PRIMARY;
  const name = value.kind === 'call' ? value.name.parts[0]?.value : undefined;
  return name !== undefined && defaultCalls.has(name.toUpperCase());
}

function primaryKey(rule: PrimaryKeyRule, conflict: string | undefined, printer: Printer): Doc {
  return words(
    'PRIMARY KEY',
    rule.direction?.toUpperCase(),
    ...indexStorage(rule, printer),
    conflict,
    rule.autoIncrement === true && 'AUTOINCREMENT',
  );
}

/** GENERATED ALWAYS AS (expression); MariaDB's ROW START and ROW END are words alone */
function generated({ expression, stored }: GeneratedRule, printer: Printer): Doc {
  const content = printer.print(expression);
  return words(
    'GENERATED ALWAYS AS',
    expression.kind === 'keyword' ? content : parenthesized(content),
    stored !== undefined && (stored ? 'STORED' : 'VIRTUAL'),
  );
}

function unique(rule: UniqueRule, printer: Printer): Doc {
  return words('UNIQUE', rule.nullsNotDistinct === true && 'NULLS NOT DISTINCT', ...indexStorage(rule, printer));
}

/** WITH (settings) USING INDEX TABLESPACE name */
function indexStorage({ using, tablespace }: PrimaryKeyRule | UniqueRule, printer: Printer): Doc[] {
  return [
    ...(using === undefined ? [] : [concat(['WITH ', settingsList(using, ' = ', printer)])]),
    ...(tablespace === undefined ? [] : [clause('USING INDEX TABLESPACE', printer.print(tablespace))]),
  ];
}

function foreignReference(node: ForeignReference, printer: Printer): Doc {
  const { table, columns: names, period, match, onDelete, onUpdate } = node;
  return words(
    clause('REFERENCES', printer.print(table)),
    names.length > 0 && keyColumns(names, period, printer),
    match !== undefined && `MATCH ${match}`,
    onDelete !== undefined && clause('ON DELETE', printer.print(onDelete)),
    onUpdate !== undefined && clause('ON UPDATE', printer.print(onUpdate)),
  );
}

/** The columns of a foreign key, the last of which may be a period. */
export function keyColumns(names: readonly Name[], period: boolean | undefined, printer: Printer): Doc {
  const docs = printer.all(names);
  const last = period === true ? docs.pop() : undefined;
  return parenthesizedList(last === undefined ? docs : [...docs, clause('PERIOD', last)]);
}

function referentialAction({ action, columns: names }: ReferentialAction, printer: Printer): Doc {
  return words(action, names.length > 0 && parenthesizedList(printer.all(names)));
}

function sequenceOption({ name, value, type, target }: SequenceOption, printer: Printer): Doc {
  return words(
    printer.rules.sequenceWords[name] ?? name,
    printer.optional(value),
    printer.optional(type),
    target && path(target.parts, printer, 'any'),
  );
}
