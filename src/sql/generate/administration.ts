import type {
  Copy,
  Explain,
  ExplainOption,
  LockTables,
  Pragma,
  Prepared,
  SetStatement,
  SettingAssignment,
  StorageOption,
  Transaction,
} from '../ast/index.js';
import { storageOption } from './changes.js';
import { clause, commaSeparated, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, line } from './layout.js';
import { path } from './names-and-literals.js';
import type { Printer, PrintTable } from './printer.js';

/** Statements about sessions, transactions, settings and servers. */
export const administration = {
  transaction,
  set: setStatement,
  setting,
  show: ({ verb, text }) => words(verb, text),
  pragma,
  explain,
  'explain-option': ({ name, value }) => words(name, value),
  copy,
  'load-data': ({ head, table, text }, printer) => words(head, 'INTO TABLE', printer.print(table), text),
  'lock-tables': lockTables,
  'locked-table': ({ name, only, alias, mode }, printer) =>
    words(
      only === true && 'ONLY',
      printer.print(name),
      alias !== undefined && clause('AS', printer.print(alias)),
      mode,
    ),
  'call-procedure': ({ name, arguments: values }, printer) => {
    const called = clause('CALL', printer.commented(name, path(name.parts, printer, 'function')));
    return values === undefined ? called : concat([called, parenthesizedList(printer.all(values))]);
  },
  prepared,
  command: ({ text }) => text,
  unknown: ({ text }) => text,
} satisfies Partial<PrintTable>;

/** The words of each action, what separates its modes. */
const TRANSACTION_WORDS: Readonly<Record<Transaction['action'], readonly [string, string]>> = {
  begin: ['BEGIN', ', '],
  commit: ['COMMIT', ' '],
  rollback: ['ROLLBACK', ' '],
  savepoint: ['SAVEPOINT', ' '],
  release: ['RELEASE SAVEPOINT', ' '],
  'rollback-to': ['ROLLBACK TO SAVEPOINT', ' '],
  set: ['SET TRANSACTION', ', '],
  prepare: ['PREPARE TRANSACTION', ' '],
  other: ['', ' '],
};

function transaction({ action, name, modes, text }: Transaction, printer: Printer): Doc {
  const [usual, separator] = TRANSACTION_WORDS[action];
  const called = printer.optional(name);
  // a transaction's own name is SQLite's, and says nothing
  const isSavepoint = SAVEPOINTS.has(action);
  return words(
    text ?? usual,
    isSavepoint && called,
    modes.join(separator),
    !isSavepoint && called !== undefined && clause('TRANSACTION', called),
  );
}

/** Actions on a savepoint, whose name the statement has. */
const SAVEPOINTS: ReadonlySet<string> = new Set<Transaction['action']>(['savepoint', 'release', 'rollback-to']);

function setStatement({ reset, scope, assignments }: SetStatement, printer: Printer): Doc {
  return words(reset === true ? 'RESET' : 'SET', scope, commaSeparated(printer.all(assignments)));
}

/** Settings of several words or of a form of their own, that no equals sign follows. */
const WORDED_SETTINGS: ReadonlySet<string> = new Set([
  'CHARACTER SET',
  'CONSTRAINTS',
  'NAMES',
  'ROLE',
  'SESSION AUTHORIZATION',
  'TIME ZONE',
  'XML OPTION',
]);

function setting({ target, scope, values, collation }: SettingAssignment, printer: Printer): Doc {
  const [first] = values;
  // words of the statement itself are no values: FROM CURRENT, DEFERRED
  const isAssigned = !isWorded(target) && first !== undefined && first.kind !== 'keyword';
  const list = group(
    concat(
      values.flatMap((value, index) =>
        index === 0
          ? [printer.word(value)]
          : [value.kind === 'keyword' ? ' ' : concat([',', line]), printer.word(value)],
      ),
    ),
  );
  return words(
    scope,
    targetName(target, printer),
    isAssigned && '=',
    list,
    collation !== undefined && clause('COLLATE', printer.name(collation, 'any')),
  );
}

function isWorded(target: SettingAssignment['target']): boolean {
  if (target.kind === 'variable' || target.parts.length !== 1) return false;
  const [name] = target.parts;
  return name !== undefined && !name.quoted && WORDED_SETTINGS.has(name.value.toUpperCase());
}

/** A setting's name is any word, or several. */
function targetName(target: SettingAssignment['target'], printer: Printer): Doc {
  if (target.kind === 'variable') return printer.print(target);
  const [first] = target.parts;
  const isPhrase = first !== undefined && !first.quoted && first.value.includes(' ');
  return printer.commented(target, isPhrase ? first.value : path(target.parts, printer, 'any'));
}

function pragma({ name, value, called }: Pragma, printer: Printer): Doc {
  const head = clause('PRAGMA', printer.print(name));
  if (value === undefined) return head;
  const content = printer.word(value);
  return called === true ? concat([head, parenthesized(content)]) : words(head, '=', content);
}

function explain({ options, analyze, listed, statement }: Explain, printer: Printer): Doc {
  const docs = options.map((each) => printer.commented(each, explainOption(each, listed, printer)));
  const named = options.some(({ name }) => name === 'ANALYZE');
  const head = explainWords({ listed, runs: analyze && !named }, docs, printer);
  return group(concat([head, line, printer.print(statement)]));
}

function explainOption({ name, value }: ExplainOption, listed: boolean, { rules }: Printer): Doc {
  const assigns = !listed && rules.explainAssigned.has(name);
  return words(name, assigns && '=', value);
}

/** `runs` says that the statement is run although no option says so. */
function explainWords({ listed, runs }: { listed: boolean; runs: boolean }, options: Doc[], printer: Printer): Doc {
  if (!listed) return words(runs ? printer.rules.analyzeVerb : 'EXPLAIN', ...options);
  return words('EXPLAIN', parenthesizedList(runs ? ['ANALYZE', ...options] : options));
}

function copy(node: Copy, printer: Printer): Doc {
  const { direction, table, columns, statement, endpoint, path: place, options, text, where } = node;
  return words(
    'COPY',
    printer.optional(table),
    columns.length > 0 && parenthesizedList(printer.all(columns)),
    statement !== undefined && parenthesized(printer.print(statement)),
    direction.toUpperCase(),
    // a file is its path alone
    endpoint !== 'FILE' && endpoint,
    printer.optional(place),
    text,
    options.length > 0 && concat(['WITH ', parenthesizedList(options.map((each) => copyOption(each, printer)))]),
    where !== undefined && clause('WHERE', printer.print(where)),
  );
}

/** An option of COPY, whose value may be a list of columns. */
function copyOption(option: StorageOption, printer: Printer): Doc {
  const { name, value } = option;
  const key = path(name.parts, printer, 'any');
  if (value?.kind !== 'row') return printer.commented(option, storageOption(option, ' ', printer));
  const columns = value.items.map((item) => printer.word(item));
  return printer.commented(option, words(key, parenthesizedList(columns)));
}

function lockTables({ unlock, tables, mode, each }: LockTables, printer: Printer): Doc {
  if (unlock === true) return 'UNLOCK TABLES';
  return words(each === true ? 'LOCK TABLES' : 'LOCK TABLE', commaSeparated(printer.all(tables)), mode);
}

function prepared({ action, name, statement, text }: Prepared, printer: Printer): Doc {
  if (action === 'deallocate')
    return words(printer.rules.deallocate, name === undefined ? 'ALL' : printer.print(name), text);
  return words(
    action.toUpperCase(),
    printer.optional(name),
    text,
    statement !== undefined && clause('AS', printer.print(statement)),
  );
}
