import type {
  FrameBound,
  GroupBy,
  GroupingSet,
  IntoClause,
  OrderItem,
  Select,
  SelectItem,
  WindowFrame,
  WindowSpecification,
} from '../ast/index.js';
import { clause, commaSeparated, lines, listClause, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group } from './layout.js';
import type { Printer, PrintTable } from './printer.js';
import { fromClause } from './queries-from.js';
import { refuse } from './refusal.js';

/** SELECT with its clauses, groups, order and windows. */
export const selects = {
  select: (node, printer) => selectDocument(node, undefined, printer),
  'select-item': selectItem,
  'group-by': groupBy,
  'grouping-set': groupingSet,
  'order-item': orderItem,
  'named-window': ({ name, window }, printer) => words(printer.print(name), 'AS', printer.print(window)),
  window,
  frame,
  'frame-bound': frameBound,
} satisfies Partial<PrintTable>;

/** A SELECT on lines that are broken with those of the query around it; `target` is an INTO that stands in it. */
export function selectDocument(node: Select, target: IntoClause | undefined, printer: Printer): Doc {
  const { columns, from, where, groupBy: groups, having, windows } = node;
  const head = selectWords(node, printer);
  return lines(
    columns.length === 0 ? head : listClause(head, printer.all(columns)),
    printer.optional(target),
    from !== undefined ? fromClause('FROM', from, printer) : where !== undefined && tableOfNoRow(printer),
    where !== undefined && clause('WHERE', printer.print(where)),
    printer.optional(groups),
    having !== undefined && clause('HAVING', printer.print(having)),
    windows !== undefined && listClause('WINDOW', printer.all(windows)),
  );
}

/** The table that is none, which a condition without tables needs where the dialect has it. */
function tableOfNoRow({ dialect }: Printer): Doc | false {
  const { dualTable } = dialect.features;
  return dualTable !== '' && words('FROM', dualTable);
}

function selectWords({ hints, distinct, distinctOn, modifiers }: Select, printer: Printer): Doc {
  return words(
    'SELECT',
    ...hintTexts(hints),
    distinct === true && 'DISTINCT',
    distinctOn !== undefined && concat(['ON ', parenthesizedList(printer.all(distinctOn))]),
    ...(modifiers ?? []),
  );
}

/** Optimizer hints, which are read directly behind the verb only. */
export function hintTexts(hints: readonly string[] | undefined): string[] {
  return (hints ?? []).map((hint) => `/*+ ${hint} */`);
}

function selectItem({ expression, alias }: SelectItem, printer: Printer): Doc {
  const role = printer.dialect.keywords.anyAfterAs ? 'any' : 'name';
  return words(printer.print(expression), alias !== undefined && clause('AS', printer.name(alias, role)));
}

function groupBy({ distinct, items }: GroupBy, printer: Printer): Doc {
  const [only] = items;
  const head = distinct === true ? 'GROUP BY DISTINCT' : 'GROUP BY';
  if (printer.rules.rollup === 'suffix' && items.length === 1 && only?.kind === 'grouping-set') {
    if (only.operator === 'rollup') return words(listClause(head, groupItems(only.items, printer)), 'WITH ROLLUP');
  }
  return listClause(head, groupItems(items, printer));
}

function groupItems(items: GroupBy['items'], printer: Printer): Doc[] {
  // here alone, nothing in parentheses is a row without values
  return items.map((item) =>
    item.kind === 'row' && item.items.length === 0 ? printer.commented(item, '()') : printer.print(item),
  );
}

const GROUPING_WORDS = { rollup: 'ROLLUP', cube: 'CUBE', sets: 'GROUPING SETS' } as const;

function groupingSet({ operator, items }: GroupingSet, printer: Printer): Doc {
  const word = GROUPING_WORDS[operator];
  if (printer.rules.rollup !== 'function') {
    return refuse(
      printer,
      `${word} among the items of GROUP BY`,
      'Combine queries of one grouping each with UNION ALL.',
    );
  }
  return concat([word, ' ', parenthesizedList(groupItems(items, printer))]);
}

function orderItem({ expression, direction, using, nulls }: OrderItem, printer: Printer): Doc {
  return words(
    printer.print(expression),
    direction?.toUpperCase(),
    using !== undefined && `USING ${using}`,
    nulls !== undefined && `NULLS ${nulls.toUpperCase()}`,
  );
}

function window({ base, reference, partitionBy, orderBy, frame: bounds }: WindowSpecification, printer: Printer): Doc {
  if (reference && base !== undefined) return printer.print(base);
  const parts = lines(
    printer.optional(base),
    partitionBy.length > 0 && clause('PARTITION BY', commaSeparated(printer.all(partitionBy))),
    orderBy.length > 0 && clause('ORDER BY', commaSeparated(printer.all(orderBy))),
    printer.optional(bounds),
  );
  return parenthesized(group(parts));
}

function frame({ unit, start, end, exclude }: WindowFrame, printer: Printer): Doc {
  const bounds =
    end === undefined ? [printer.print(start)] : ['BETWEEN', printer.print(start), 'AND', printer.print(end)];
  return words(unit, ...bounds, exclude !== undefined && `EXCLUDE ${exclude}`);
}

function frameBound({ bound, distance }: FrameBound, printer: Printer): Doc {
  return words(distance !== undefined && printer.bound(distance), bound);
}
