import type { AddColumn, AlterColumn, AlterTable, DropColumn, DropConstraint } from '../ast/index.js';
import { defaultValue } from './definitions-columns.js';
import { tableConstraint } from './definitions-keys.js';
import { clause, commaSeparated, listClause, parenthesized, parenthesizedList, words } from './documents.js';
import type { Doc } from './layout.js';
import { path } from './names-and-literals.js';
import { settingsList } from './options.js';
import type { Printer, PrintTable } from './printer.js';

/** ALTER TABLE with its actions. */
export const alterations = {
  'alter-table': alterTable,
  'add-column': addColumn,
  'drop-column': dropColumn,
  'alter-column': alterColumn,
  'change-column': ({ oldName, ifExists, definition }, printer) =>
    words(
      oldName === undefined ? 'MODIFY COLUMN' : 'CHANGE COLUMN',
      ifExists === true && 'IF EXISTS',
      printer.optional(oldName),
      printer.print(definition),
    ),
  'rename-column': ({ object, from, to }, printer) =>
    words(`RENAME ${object}`, printer.print(from), 'TO', printer.print(to)),
  'add-constraint': ({ ifNotExists, constraint }, printer) =>
    clause('ADD', printer.commented(constraint, tableConstraint(constraint, ifNotExists === true, printer))),
  'drop-constraint': dropConstraint,
  'rename-to': ({ name }, printer) => clause('RENAME TO', printer.print(name)),
  'set-schema': ({ schema }, printer) => clause('SET SCHEMA', printer.print(schema)),
  'alter-other': ({ text }) => text,
} satisfies Partial<PrintTable>;

function alterTable(node: AlterTable, printer: Printer): Doc {
  const head = words(
    'ALTER',
    node.attributes,
    node.object,
    node.ifExists === true && 'IF EXISTS',
    node.only === true && 'ONLY',
    printer.print(node.name),
    node.wait,
  );
  return listClause(head, printer.all(node.actions));
}

function addColumn({ ifNotExists, columns, listed }: AddColumn, printer: Printer): Doc {
  const docs = printer.all(columns);
  return words(
    'ADD COLUMN',
    ifNotExists === true && 'IF NOT EXISTS',
    listed === true ? parenthesizedList(docs) : commaSeparated(docs),
  );
}

function dropColumn({ ifExists, column, behavior }: DropColumn, printer: Printer): Doc {
  return words('DROP COLUMN', ifExists === true && 'IF EXISTS', printer.print(column), behavior);
}

function dropConstraint({ object, ifExists, name, behavior }: DropConstraint, printer: Printer): Doc {
  return words(`DROP ${object}`, ifExists === true && 'IF EXISTS', printer.optional(name), behavior);
}

/** How each change of a column is written. */
const CHANGES: Readonly<Record<AlterColumn['change'], (node: AlterColumn, printer: Printer) => Doc>> = {
  'set-default': ({ value }, printer) =>
    words('SET DEFAULT', value !== undefined && defaultValue(value, undefined, printer)),
  'drop-default': () => 'DROP DEFAULT',
  'set-not-null': () => 'SET NOT NULL',
  'drop-not-null': () => 'DROP NOT NULL',
  'set-type': ({ type, collation, using }, printer) =>
    words(
      'TYPE',
      printer.optional(type),
      collation !== undefined && clause('COLLATE', path(collation.parts, printer, 'any')),
      using !== undefined && clause('USING', printer.print(using)),
    ),
  'add-identity': ({ always, identity }, printer) =>
    words(
      `ADD GENERATED ${always === true ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`,
      identity !== undefined && identity.length > 0 && parenthesized(words(...printer.all(identity))),
    ),
  'set-identity': ({ always, identity }, printer) =>
    words(
      always !== undefined && `SET GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'}`,
      ...(identity ?? []).map((each) => words(each.name.startsWith('RESTART') ? '' : 'SET', printer.print(each))),
    ),
  'drop-identity': ({ ifExists }) => words('DROP IDENTITY', ifExists === true && 'IF EXISTS'),
  'set-statistics': ({ value }, printer) => words('SET STATISTICS', printer.optional(value)),
  'set-storage': ({ word }) => words('SET STORAGE', word),
  'set-compression': ({ word }) => words('SET COMPRESSION', word),
  'set-options': ({ options }, printer) => words('SET', settingsList(options ?? [], ' = ', printer)),
  'reset-options': ({ options }, printer) => words('RESET', settingsList(options ?? [], ' = ', printer)),
  'set-expression': ({ value }, printer) =>
    words('SET EXPRESSION AS', value !== undefined && parenthesized(printer.print(value))),
  'drop-expression': ({ ifExists }) => words('DROP EXPRESSION', ifExists === true && 'IF EXISTS'),
  'set-visibility': ({ word }) => words('SET', word),
  'restart-identity': ({ identity }, printer) => words(...printer.all(identity ?? [])),
};

function alterColumn(node: AlterColumn, printer: Printer): Doc {
  const { column } = node;
  // an index's columns are known by their numbers
  const isNumber = !column.quoted && /^\d+$/.test(column.value);
  const name = isNumber ? printer.commented(column, column.value) : printer.print(column);
  return words('ALTER COLUMN', name, CHANGES[node.change](node, printer));
}
