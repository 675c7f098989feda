import type {
  Assignment,
  Delete,
  IndexElement,
  Insert,
  Merge,
  MergeBranch,
  OnConflict,
  Returning,
  StorageOption,
  Update,
  Violation,
} from '../ast/index.js';
import { clause, lines, listClause, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, indent, line } from './layout.js';
import { path } from './names-and-literals.js';
import type { Printer, PrintTable } from './printer.js';
import { valuesDocument } from './queries.js';
import { fromClause } from './queries-from.js';
import { hintTexts } from './queries-select.js';
import { refuse } from './refusal.js';
import type { GeneratorRules, ViolationWords } from './rules.js';

/** Statements that change rows, with what belongs to them alone. */
export const changes = {
  insert,
  'on-conflict': onConflict,
  'index-element': indexElement,
  'storage-option': (node, printer) => storageOption(node, ' = ', printer),
  assignment,
  returning,
  update,
  delete: deletion,
  merge,
  'merge-branch': mergeBranch,
} satisfies Partial<PrintTable>;

/** The words that a change starts with. */
function verbFor(
  words: GeneratorRules['insertViolations'],
  { usual, violation }: { usual: string; violation: Violation | undefined },
  printer: Printer,
): ViolationWords {
  if (violation === undefined) return { verb: usual };
  const found = words[violation];
  return found ?? refuse(printer, `\`${usual} OR ${violation.toUpperCase()}\``, 'Say what happens with ON CONFLICT.');
}

function insert(node: Insert, printer: Printer): Doc {
  const { violation, hints, modifiers, conflicts, duplicateKeyUpdate, rowAlias, rowColumns } = node;
  const { verb, behind } = verbFor(printer.rules.insertViolations, { usual: 'INSERT', violation }, printer);
  const head = words(verb, ...hintTexts(hints), ...(modifiers ?? []), behind, 'INTO', insertTarget(node, printer));
  return group(
    lines(
      printer.optional(node.with),
      head,
      insertSource(node, printer),
      rowAlias !== undefined &&
        words('AS', printer.print(rowAlias), rowColumns !== undefined && parenthesizedList(printer.all(rowColumns))),
      ...printer.all(conflicts ?? []),
      duplicateKeyUpdate !== undefined && listClause('ON DUPLICATE KEY UPDATE', printer.all(duplicateKeyUpdate)),
      printer.optional(node.returning),
    ),
  );
}

/** table PARTITION (p) AS alias (columns) OVERRIDING … */
function insertTarget({ table, alias, partitions, columns, overriding }: Insert, printer: Printer): Doc {
  return words(
    printer.print(table),
    partitions !== undefined && concat(['PARTITION ', parenthesizedList(printer.all(partitions))]),
    alias !== undefined && clause('AS', printer.print(alias)),
    columns !== undefined && parenthesizedList(printer.all(columns)),
    overriding !== undefined && `OVERRIDING ${overriding} VALUE`,
  );
}

/** What is inserted. Rows alone are the statement's own VALUES, and no query. */
function insertSource({ source }: Insert, printer: Printer): Doc {
  if (source === undefined) return printer.rules.defaultValues;
  const { body, with: tables, orderBy, limit } = source;
  const isPlain = tables === undefined && orderBy === undefined && limit === undefined;
  if (body.kind !== 'values' || !isPlain) return printer.print(source);
  return printer.commented(source, printer.commented(body, valuesDocument(body, '', printer)));
}

function onConflict({ columns, where, constraint, update: sets, updateWhere }: OnConflict, printer: Printer): Doc {
  const head = words(
    'ON CONFLICT',
    columns !== undefined && parenthesizedList(printer.all(columns)),
    where !== undefined && clause('WHERE', printer.print(where)),
    constraint !== undefined && clause('ON CONSTRAINT', printer.print(constraint)),
    sets === undefined && 'DO NOTHING',
  );
  if (sets === undefined) return head;
  const action = lines(
    listClause('DO UPDATE SET', printer.all(sets)),
    updateWhere !== undefined && clause('WHERE', printer.print(updateWhere)),
  );
  return group(concat([head, indent(concat([line, action]))]));
}

/** A column of an index as it stands; other expressions in parentheses, but for calls where the dialect takes these. */
function indexElement(node: IndexElement, printer: Printer): Doc {
  const { expression, length, collation, operatorClass, classOptions, direction, nulls } = node;
  const isBare = expression.kind === 'column' || (expression.kind === 'call' && printer.rules.indexCalls);
  return words(
    concat([printer.wrappedIf(!isBare, expression), length === undefined ? '' : `(${length})`]),
    collation !== undefined && clause('COLLATE', path(collation.parts, printer, 'any')),
    printer.optional(operatorClass),
    classOptions !== undefined && parenthesizedList(printer.all(classOptions)),
    direction?.toUpperCase(),
    nulls !== undefined && `NULLS ${nulls.toUpperCase()}`,
  );
}

/** An option; its name may be any word, as may a word that is its value. */
export function storageOption({ name, value }: StorageOption, separator: string, printer: Printer): Doc {
  const key = printer.commented(name, path(name.parts, printer, 'any'));
  return value === undefined ? key : concat([key, separator, printer.word(value)]);
}

function assignment({ targets, row, value }: Assignment, printer: Printer): Doc {
  const names = printer.all(targets);
  return words(row ? parenthesizedList(names) : names[0], '=', printer.print(value));
}

function returning({ oldAlias, newAlias, columns }: Returning, printer: Printer): Doc {
  const aliases = [
    ...(oldAlias === undefined ? [] : [clause('OLD AS', printer.print(oldAlias))]),
    ...(newAlias === undefined ? [] : [clause('NEW AS', printer.print(newAlias))]),
  ];
  const head = words('RETURNING', aliases.length > 0 && concat(['WITH ', parenthesizedList(aliases)]));
  return listClause(head, printer.all(columns));
}

/** [WHERE …] [ORDER BY …] [LIMIT …] [RETURNING …], in the dialect's order */
function rowClauses(node: Update | Delete, printer: Printer): Doc {
  const { where, cursor, orderBy, limit } = node;
  const bounds = lines(orderBy !== undefined && listClause('ORDER BY', printer.all(orderBy)), printer.optional(limit));
  const answers = printer.optional(node.returning);
  return lines(
    where !== undefined && clause('WHERE', printer.print(where)),
    cursor !== undefined && clause('WHERE CURRENT OF', printer.print(cursor)),
    ...(printer.rules.boundsPlace === 'before-returning' ? [bounds, answers] : [answers, bounds]),
  );
}

function update(node: Update, printer: Printer): Doc {
  const { violation, hints, modifiers, tables, set, from } = node;
  const { verb, behind } = verbFor(printer.rules.updateViolations, { usual: 'UPDATE', violation }, printer);
  const head = [verb, ...hintTexts(hints), ...(modifiers ?? []), ...(behind === undefined ? [] : [behind])].join(' ');
  return group(
    lines(
      printer.optional(node.with),
      fromClause(head, tables, printer),
      listClause('SET', printer.all(set)),
      from !== undefined && fromClause('FROM', from, printer),
      rowClauses(node, printer),
    ),
  );
}

function deletion(node: Delete, printer: Printer): Doc {
  const { hints, modifiers, targets, from, using } = node;
  const verb = ['DELETE', ...hintTexts(hints), ...(modifiers ?? [])].join(' ');
  const tables =
    targets === undefined
      ? [fromClause(`${verb} FROM`, from, printer)]
      : [listClause(verb, printer.all(targets)), fromClause('FROM', from, printer)];
  return group(
    lines(
      printer.optional(node.with),
      ...tables,
      using !== undefined && fromClause('USING', using, printer),
      rowClauses(node, printer),
    ),
  );
}

function merge(node: Merge, printer: Printer): Doc {
  const { into, using, on, branches } = node;
  return group(
    lines(
      printer.optional(node.with),
      clause('MERGE INTO', printer.print(into)),
      fromClause('USING', [using], printer),
      clause('ON', printer.print(on)),
      ...printer.all(branches),
      printer.optional(node.returning),
    ),
  );
}

const WHEN_WORDS = {
  matched: 'WHEN MATCHED',
  'not-matched': 'WHEN NOT MATCHED',
  'not-matched-by-source': 'WHEN NOT MATCHED BY SOURCE',
} as const;

function mergeBranch(node: MergeBranch, printer: Printer): Doc {
  const { when, condition } = node;
  const head = words(WHEN_WORDS[when], condition !== undefined && clause('AND', printer.print(condition)), 'THEN');
  return group(concat([head, indent(concat([line, mergeAction(node, printer)]))]));
}

function mergeAction({ action, set, columns, overriding, values }: MergeBranch, printer: Printer): Doc {
  if (action === 'nothing') return 'DO NOTHING';
  if (action === 'delete') return 'DELETE';
  if (action === 'update') return listClause('UPDATE SET', printer.all(set ?? []));
  return words(
    'INSERT',
    columns !== undefined && parenthesizedList(printer.all(columns)),
    overriding !== undefined && `OVERRIDING ${overriding} VALUE`,
    values === undefined ? 'DEFAULT VALUES' : clause('VALUES', parenthesizedList(printer.all(values))),
  );
}
