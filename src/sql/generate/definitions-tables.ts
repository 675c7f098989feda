import type { Call, CreateTable, PartitionBounds, PartitionBy, Query, TableOption } from '../ast/index.js';
import { clause, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, hardline, indent, join, line } from './layout.js';
import { option, tableOptions } from './options.js';
import type { Printer, PrintTable } from './printer.js';

/** CREATE TABLE and what stands around a table's elements. */
export const tables = {
  'create-table': createTable,
  'like-table': ({ table, options }, printer) => words('LIKE', printer.print(table), ...options),
  'table-option': (node, printer) => option(node, printer.rules.tableOptions, printer),
  'partition-by': partitionBy,
  'partition-bounds': partitionBounds,
} satisfies Partial<PrintTable>;

function createTable(node: CreateTable, printer: Printer): Doc {
  const { elements, inherits, query } = node;
  const head = words(createHead(node, printer), tableSource(node, printer), elementList(elements, printer));
  const table = words(
    head,
    printer.optional(node.partitionBounds),
    inherits !== undefined && concat(['INHERITS ', parenthesizedList(printer.all(inherits))]),
    tableTail(node, printer),
  );
  const source = query ?? node.execute;
  if (source === undefined) return table;
  const behind = node.withData === undefined ? undefined : node.withData ? 'WITH DATA' : 'WITH NO DATA';
  const body = concat([line, executed(source, printer), behind === undefined ? '' : concat([line, behind])]);
  return group(concat([words(table, node.violation?.toUpperCase(), 'AS'), body]));
}

/** A query, or the prepared statement that stands for it. */
function executed(source: Query | Call, printer: Printer): Doc {
  if (source.kind === 'query') return printer.print(source);
  const values = source.arguments === undefined ? '' : parenthesizedList(printer.all(source.arguments));
  return printer.commented(source, concat(['EXECUTE ', printer.print(source.name), values]));
}

/** PARTITION BY, options and ON COMMIT; behind the latter stands the tablespace alone. */
function tableTail({ partitionBy: partitions, options = [], onCommit }: CreateTable, printer: Printer): Doc {
  const place = printer.rules.partitionPlace;
  const isLast = ({ name }: TableOption): boolean => onCommit !== undefined && name === 'TABLESPACE';
  const first = options.filter((each) => !isLast(each));
  return words(
    place === 'before-options' && printer.optional(partitions),
    tableOptions(first, printer),
    onCommit !== undefined && `ON COMMIT ${onCommit}`,
    tableOptions(options.filter(isLast), printer),
    place === 'behind-options' && printer.optional(partitions),
  );
}

function createHead(node: CreateTable, printer: Printer): Doc {
  return words(
    'CREATE',
    node.orReplace === true && 'OR REPLACE',
    node.persistence,
    node.foreign === true && 'FOREIGN',
    node.module !== undefined && 'VIRTUAL',
    'TABLE',
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.print(node.name),
  );
}

/** What a table is made of or after, beside its elements. */
function tableSource(node: CreateTable, printer: Printer): Doc {
  const { ofType, partitionOf, like, columnNames, module, moduleArguments } = node;
  return words(
    ofType !== undefined && clause('OF', printer.print(ofType)),
    partitionOf !== undefined && clause('PARTITION OF', printer.print(partitionOf)),
    like !== undefined && clause('LIKE', printer.print(like)),
    columnNames !== undefined && parenthesizedList(printer.all(columnNames)),
    module !== undefined &&
      concat([
        'USING ',
        printer.print(module),
        moduleArguments === undefined ? '' : parenthesizedList(moduleArguments),
      ]),
  );
}

/** The elements of a table, one a line however few they are. */
function elementList(elements: CreateTable['elements'], printer: Printer): Doc | undefined {
  if (elements === undefined) return undefined;
  if (elements.length === 0) return '()';
  const list = join(concat([',', hardline]), printer.all(elements));
  return concat(['(', indent(concat([hardline, list])), hardline, ')']);
}

function partitionBy({ strategy, keys, definitions }: PartitionBy, printer: Printer): Doc {
  const { partitionElements } = printer.rules;
  const docs = keys.map((key) => (partitionElements ? printer.print(key) : printer.print(key.expression)));
  const keyed = docs.length > 0 || strategy.endsWith('KEY') ? parenthesizedList(docs) : undefined;
  return words(`PARTITION BY ${strategy}`, keyed, definitions);
}

function partitionBounds({ form, values, to }: PartitionBounds, printer: Printer): Doc {
  if (form === 'default') return 'DEFAULT';
  const first = printer.all(values);
  const second = printer.all(to ?? []);
  if (form === 'in') return concat(['FOR VALUES IN ', parenthesizedList(first)]);
  if (form === 'range') {
    return words('FOR VALUES FROM', parenthesizedList(first), 'TO', parenthesizedList(second));
  }
  const modulus = concat(['MODULUS ', ...first, ', REMAINDER ', ...second]);
  return concat(['FOR VALUES WITH ', parenthesized(modulus)]);
}
