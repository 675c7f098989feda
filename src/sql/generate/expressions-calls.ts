import type { Expression, FullTextMatch, FunctionCall } from '../ast/index.js';
import { clause, commaLines, commaSeparated, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, indent, line } from './layout.js';
import { path } from './names-and-literals.js';
import type { Printer, PrintTable } from './printer.js';

/** Calls of functions and what stands among their arguments. */
export const calls = {
  call,
  'named-argument': ({ name, value }, printer) => words(printer.print(name), '=>', printer.print(value)),
  'variadic-argument': ({ value }, printer) => clause('VARIADIC', printer.print(value)),
  'type-argument': ({ type }, printer) => printer.print(type),
  'query-argument': ({ query }, printer) => printer.print(query),
  'full-text-match': fullTextMatch,
  raise: ({ action, message }, printer) =>
    concat(['RAISE', parenthesizedList([action, ...(message === undefined ? [] : [printer.print(message)])])]),
} satisfies Partial<PrintTable>;

function call(node: FunctionCall, printer: Printer): Doc {
  const name = printer.commented(node.name, path(node.name.parts, printer, 'function'));
  return words(
    node.bare === true ? name : concat([name, parenthesized(inner(node, printer))]),
    ...suffixes(node, printer),
  );
}

/** What stands in the parentheses of a call. */
function inner(node: FunctionCall, printer: Printer): Doc {
  const { distinct, orderBy, separator, limit, tail } = node;
  const values = argumentList(node, printer);
  if (
    distinct !== true &&
    orderBy === undefined &&
    separator === undefined &&
    limit === undefined &&
    tail === undefined
  )
    return values;
  const [behindComma, ...more] = tail?.startsWith(',') === true ? [tail] : [undefined, tail];
  const parts = [
    words(distinct === true && 'DISTINCT', behindComma === undefined ? values : concat([values, behindComma])),
    orderBy !== undefined && orderBy.length > 0 && clause('ORDER BY', commaSeparated(printer.all(orderBy))),
    separator !== undefined && clause('SEPARATOR', printer.print(separator)),
    limit !== undefined && clause('LIMIT', commaSeparated(printer.all(limit))),
    ...more,
  ];
  const filled = parts.filter((part): part is Doc => part !== undefined && part !== false && part !== '');
  return concat(filled.flatMap((part, index) => (index === 0 ? [part] : [line, part])));
}

/** The arguments, with commas or the function's own words between them. */
function argumentList({ arguments: items, separators }: FunctionCall, printer: Printer): Doc {
  if (separators === undefined) return separated(printer.all(items));
  const parts: Doc[] = [];
  items.forEach((item, index) => {
    const words = separators[index] ?? '';
    const behindComma = words.startsWith(',') ? words.slice(1).trim() : words;
    if (index > 0) parts.push(...(words === '' || words.startsWith(',') ? [',', line] : [line]));
    // IN is the function's own word, and no operator: what stands beside it must not be read as one's operand
    const isBound = words === 'IN' || separators[index + 1] === 'IN';
    const doc = isBound ? printer.bound(item) : printer.print(item);
    parts.push(behindComma === '' ? doc : clause(behindComma, doc));
  });
  return concat(parts);
}

const separated = (items: readonly Doc[]): Doc => (items.length === 1 ? (items[0] as Doc) : commaLines(items));

/** What stands behind the parentheses of a call. */
function suffixes({ withinGroup, filter, fromLast, nulls, over }: FunctionCall, printer: Printer): Doc[] {
  const parts: Doc[] = [];
  if (withinGroup !== undefined) {
    const orderBy = clause('ORDER BY', commaSeparated(printer.all(withinGroup)));
    parts.push(clause('WITHIN GROUP', parenthesized(orderBy)));
  }
  if (filter !== undefined) parts.push(clause('FILTER', parenthesized(clause('WHERE', printer.print(filter)))));
  if (fromLast === true) parts.push('FROM LAST');
  if (nulls !== undefined) parts.push(`${nulls.toUpperCase()} NULLS`);
  if (over !== undefined) parts.push(clause('OVER', printer.print(over)));
  return parts;
}

function fullTextMatch({ columns, against, mode }: FullTextMatch, printer: Printer): Doc {
  const list: readonly Expression[] = columns;
  return group(
    concat([
      'MATCH ',
      parenthesizedList(printer.all(list)),
      indent(line),
      clause('AGAINST', parenthesized(words(printer.bound(against), mode))),
    ]),
  );
}
