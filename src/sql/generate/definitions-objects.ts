import type {
  AlterSequence,
  CommentOn,
  CreateRoutine,
  CreateSchema,
  CreateSequence,
  CreateTrigger,
  CreateType,
  CreateView,
  Drop,
  Truncate,
} from '../ast/index.js';
import { clause, commaSeparated, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, hardline, line } from './layout.js';
import { settingsList, tableOptions } from './options.js';
import type { Printer, PrintTable } from './printer.js';

/** Definitions of what is no table: views, sequences, types, triggers, routines, schemas; DROP and its like. */
export const objects = {
  'create-view': createView,
  'create-sequence': createSequence,
  'alter-sequence': alterSequence,
  'create-type': createType,
  'alter-type': ({ object, name, text }, printer) => words(`ALTER ${object}`, printer.print(name), text),
  'create-trigger': createTrigger,
  'trigger-event': ({ event, columns }, printer) =>
    words(event, columns.length > 0 && clause('OF', commaSeparated(printer.all(columns)))),
  unparsed: ({ text }) => text,
  'create-routine': createRoutine,
  'create-schema': createSchema,
  drop,
  truncate,
  'truncated-table': ({ name, only }, printer) => words(only === true && 'ONLY', printer.print(name)),
  'comment-on': commentOn,
  'rename-tables': ({ ifExists, renames }, printer) =>
    words('RENAME TABLE', ifExists === true && 'IF EXISTS', commaSeparated(printer.all(renames))),
  'table-rename': ({ from, wait, to }, printer) => words(printer.print(from), wait, 'TO', printer.print(to)),
} satisfies Partial<PrintTable>;

function createView(node: CreateView, printer: Printer): Doc {
  const { columns, options, query, checkOption, withData } = node;
  const head = words(
    node.alter === true ? 'ALTER' : 'CREATE',
    node.orReplace === true && 'OR REPLACE',
    node.attributes,
    node.temporary === true && 'TEMPORARY',
    node.recursive === true && 'RECURSIVE',
    node.materialized === true && 'MATERIALIZED',
    'VIEW',
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.print(node.name),
    columns.length > 0 && parenthesizedList(printer.all(columns)),
    tableOptions(options, printer),
    'AS',
  );
  const check = checkOption === undefined ? undefined : `WITH ${checkOption} CHECK OPTION`;
  const data = withData === undefined ? undefined : withData ? 'WITH DATA' : 'WITH NO DATA';
  const behind = [check, data].filter((part) => part !== undefined).flatMap((part) => [line, part]);
  return group(concat([head, line, printer.print(query), ...behind]));
}

function createSequence(node: CreateSequence, printer: Printer): Doc {
  return words(
    'CREATE',
    node.orReplace === true && 'OR REPLACE',
    node.persistence,
    'SEQUENCE',
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.print(node.name),
    ...printer.all(node.options),
  );
}

function alterSequence({ ifExists, name, options }: AlterSequence, printer: Printer): Doc {
  return words('ALTER SEQUENCE', ifExists === true && 'IF EXISTS', printer.print(name), ...printer.all(options));
}

/** What stands behind a type's name, by its form. */
const TYPE_BODIES: Readonly<Record<CreateType['form'], (node: CreateType, printer: Printer) => Doc>> = {
  enum: ({ labels }, printer) => concat(['AS ENUM ', parenthesizedList(printer.all(labels ?? []))]),
  composite: ({ attributes }, printer) => concat(['AS ', parenthesizedList(printer.all(attributes ?? []))]),
  range: ({ settings }, printer) => concat(['AS RANGE ', settingsList(settings ?? [], ' = ', printer)]),
  base: ({ settings }, printer) => settingsList(settings ?? [], ' = ', printer),
  shell: () => '',
  domain: ({ type, constraints }, printer) =>
    words(type !== undefined && clause('AS', printer.print(type)), ...printer.all(constraints ?? [])),
};

function createType(node: CreateType, printer: Printer): Doc {
  const object = node.form === 'domain' ? 'DOMAIN' : 'TYPE';
  return words(`CREATE ${object}`, printer.print(node.name), TYPE_BODIES[node.form](node, printer));
}

function createTrigger(node: CreateTrigger, printer: Printer): Doc {
  const { clauses, level, when } = node;
  const beforeLevel = printer.rules.triggerClauses === 'before-level';
  const head = words(
    'CREATE',
    node.orReplace === true && 'OR REPLACE',
    node.attributes,
    node.temporary === true && 'TEMPORARY',
    node.constraint === true && 'CONSTRAINT',
    'TRIGGER',
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.print(node.name),
    node.timing,
    triggerEvents(node, printer),
    'ON',
    printer.print(node.table),
    beforeLevel && clauses,
    level !== undefined && `FOR EACH ${level}`,
    when !== undefined && concat(['WHEN ', parenthesized(printer.print(when))]),
    !beforeLevel && clauses,
  );
  return group(concat([head, node.body.text.includes('\n') ? hardline : line, printer.print(node.body)]));
}

function triggerEvents({ events }: CreateTrigger, printer: Printer): Doc {
  return words(...printer.all(events).flatMap((event, index) => (index === 0 ? [event] : ['OR', event])));
}

/** The text behind a routine's name is kept as it was; parameters touch the name. */
function createRoutine(node: CreateRoutine, printer: Printer): Doc {
  const head = words(
    'CREATE',
    node.orReplace === true && 'OR REPLACE',
    node.attributes,
    node.routine,
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.print(node.name),
  );
  const body = printer.print(node.body);
  return node.body.text.startsWith('(') ? concat([head, body]) : words(head, body);
}

function createSchema({ object, orReplace, ifNotExists, name, text }: CreateSchema, printer: Printer): Doc {
  return words(
    'CREATE',
    orReplace === true && 'OR REPLACE',
    object,
    ifNotExists === true && 'IF NOT EXISTS',
    printer.optional(name),
    text,
  );
}

function drop(node: Drop, printer: Printer): Doc {
  const names = commaSeparated(printer.all(node.names));
  // a routine's parameters touch its name
  const touches = node.text?.startsWith('(') === true;
  return words(
    'DROP',
    node.temporary === true && 'TEMPORARY',
    node.object,
    node.concurrently === true && 'CONCURRENTLY',
    node.ifExists === true && 'IF EXISTS',
    touches ? concat([names, node.text ?? '']) : names,
    node.on !== undefined && clause('ON', printer.print(node.on)),
    touches ? undefined : node.text,
    node.behavior,
  );
}

function truncate({ tables, identity, wait, behavior }: Truncate, printer: Printer): Doc {
  return words(
    clause('TRUNCATE TABLE', commaSeparated(printer.all(tables))),
    wait,
    identity !== undefined && `${identity} IDENTITY`,
    behavior,
  );
}

function commentOn({ object, name, text, on, comment }: CommentOn, printer: Printer): Doc {
  return words(
    `COMMENT ON ${object}`,
    concat([printer.print(name), text === undefined ? '' : text.startsWith('(') ? text : ` ${text}`]),
    on !== undefined && clause('ON', printer.print(on)),
    clause('IS', printer.print(comment)),
  );
}
