import type { ColumnDefinition, CreateIndex, CreateTable, Name, TableElement } from '../../../ast/index.js';
import { column as columnNamed, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { keyColumnsOf } from '../columns/keyed-texts.js';
import { element } from '../made-definitions.js';
import { caseless, isNocase } from './index-elements.js';

/**
 * What keeps rows apart in PostgreSQL that SQLite's NOCASE columns have for the same in a key, beside the key itself: an index
 * over all of its columns. https://sqlite.org/datatype3.html#collating_sequences
 */
export function caselessKeys(node: CreateTable, t: Translator): CreateIndex[] {
  if (t.source !== 'SQLITE' || t.target !== 'POSTGRESQL') return [];
  const elements = node.elements ?? [];
  const nocase = new Set(
    elements.flatMap((each) => (each.kind === 'column-definition' && isCaseless(each) ? [t.scope.key(each.name)] : [])),
  );
  const isNocaseName = (column: Name): boolean => nocase.has(t.scope.key(column));
  return elements
    .map(keyColumns)
    .filter((key) => key.some(isNocaseName))
    .map((key) => indexOver(key, isNocaseName, node, t));
}

const isCaseless = ({ constraints }: ColumnDefinition): boolean =>
  constraints.some(({ rule }) => rule.kind === 'column-collation' && isNocase(rule.collation));

/** The columns of the key that an element of a table declares; none of any other element. */
function keyColumns(each: TableElement): readonly Name[] {
  if (each.kind === 'column-definition')
    return each.constraints.some(({ rule }) => rule.kind === 'unique' || rule.kind === 'primary-key')
      ? [each.name]
      : [];
  return each.kind === 'table-constraint' && each.rule.kind === 'table-key' ? keyColumnsOf(each) : [];
}

function indexOver(
  key: readonly Name[],
  isNocaseName: (column: Name) => boolean,
  { name: table }: CreateTable,
  t: Translator,
): CreateIndex {
  const { span } = table;
  const owner = t.node(table);
  const last = owner.parts[owner.parts.length - 1] as Name;
  const own = [last.value, ...key.map((column) => t.node(column).value), 'nocase'].join('_');
  return {
    kind: 'create-index',
    type: 'unique',
    name: { kind: 'qualified-name', parts: [name(own, span, last.quoted)], span },
    table: owner,
    elements: key.map((column) => {
      const read = columnNamed([column], column.span);
      return element(isNocaseName(column) ? caseless(read, column, t) : t.value(read));
    }),
    span,
  };
}
