import type {
  ArrayExpression,
  CaseBranch,
  CaseExpression,
  Expression,
  FieldAccess,
  RowExpression,
  SliceExpression,
} from '../ast/index.js';
import { clause, commaLines, enclosed, lines, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, firstCharacter, group, indent, line } from './layout.js';
import type { Printer, PrintTable } from './printer.js';

/** Expressions that stand in brackets or words of their own. */
export const values = {
  default: ({ column }, printer) =>
    column === undefined ? 'DEFAULT' : concat(['DEFAULT', parenthesized(printer.print(column))]),
  exists: ({ query }, printer) => words('EXISTS', parenthesized(printer.print(query))),
  subquery: ({ query }, printer) => parenthesized(printer.print(query)),
  case: caseExpression,
  'case-branch': caseBranch,
  cast: ({ operand, zone, type, format }, printer) =>
    concat([
      'CAST',
      parenthesized(
        words(
          printer.print(operand),
          zone !== undefined && clause('AT TIME ZONE', printer.print(zone)),
          clause('AS', printer.print(type)),
          format !== undefined && clause('FORMAT', printer.print(format)),
        ),
      ),
    ]),
  row,
  array: (node, printer) => concat(['ARRAY', brackets(node, printer)]),
  'array-query': ({ query }, printer) => concat(['ARRAY', parenthesized(printer.print(query))]),
  index: ({ operand, index }, printer) => concat([subscripted(operand, printer), '[', printer.print(index), ']']),
  slice,
  field,
} satisfies Partial<PrintTable>;

function caseExpression({ operand, branches, otherwise }: CaseExpression, printer: Printer): Doc {
  const head = words('CASE', printer.optional(operand));
  const body = [
    ...printer.all(branches),
    ...(otherwise === undefined ? [] : [clause('ELSE', printer.print(otherwise))]),
  ];
  return group(lines(concat([head, indent(concat([line, lines(...body)]))]), 'END'));
}

function caseBranch({ condition, result }: CaseBranch, printer: Printer): Doc {
  const head = clause('WHEN', printer.print(condition));
  return group(concat([head, indent(concat([line, clause('THEN', printer.print(result))]))]));
}

/** (a, b); a single value needs the word, or the parentheses would say nothing */
function row({ items }: RowExpression, printer: Printer): Doc {
  const list = parenthesizedList(printer.all(items));
  return items.length < 2 ? concat(['ROW', list]) : list;
}

/** [a, b]; arrays of arrays say ARRAY once. */
function brackets({ items }: ArrayExpression, printer: Printer): Doc {
  const nested = items.every((item) => item.kind === 'array');
  const docs = items.map((item) =>
    nested && item.kind === 'array' ? printer.commented(item, brackets(item, printer)) : printer.print(item),
  );
  return enclosed('[', commaLines(docs), ']');
}

/** What is an operand of brackets or of a dot without parentheses. */
const SUBSCRIPTED: ReadonlySet<string> = new Set<Expression['kind']>(['parameter', 'index', 'slice', 'field']);

function subscripted(node: Expression, printer: Printer): Doc {
  return printer.wrappedIf(!SUBSCRIPTED.has(node.kind) && node.kind !== 'column', node);
}

function slice({ operand, lower, upper }: SliceExpression, printer: Printer): Doc {
  const from = lower === undefined ? '' : sliceBound(printer.print(lower));
  const to = upper === undefined ? '' : sliceBound(printer.print(upper));
  // without a lower bound, the colon and a name would be a parameter
  const colon = lower === undefined && /^[A-Za-z_\u0080-\uffff]/.test(firstCharacter(to)) ? ': ' : ':';
  return concat([subscripted(operand, printer), '[', from, colon, to, ']']);
}

/** A colon that belongs to a parameter must not touch the slice's own. */
function sliceBound(doc: Doc): Doc {
  return firstCharacter(doc) === ':' ? parenthesized(doc) : doc;
}

/** (x).field; a column needs the parentheses, or it would be read as a table */
function field({ operand, field: name }: FieldAccess, printer: Printer): Doc {
  const inner = printer.wrappedIf(!SUBSCRIPTED.has(operand.kind), operand);
  return concat([inner, '.', name === undefined ? '*' : printer.name(name, 'any')]);
}
