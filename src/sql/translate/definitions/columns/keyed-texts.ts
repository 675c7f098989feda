import type { DataType, Name, QualifiedName, Statement, TableConstraint } from '../../../ast/index.js';
import { column as columnNamed, dataType, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { alteration } from '../made-definitions.js';
import { presentColumn } from '../alterations/present-columns.js';

/** What MySQL calls texts and bytes of any length, of which its keys hold no whole. */
const LONG: readonly (readonly [words: RegExp, kept: string])[] = [
  [/text/i, 'varchar'],
  [/blob/i, 'varbinary'],
];

/** Characters of a text that is a key. */
const KEPT = 255;

/** The type of a column that a key is to hold, where its own is too long for one; undefined where it is not. */
export function keyedType(column: Name, t: Translator): DataType | undefined {
  const { databaseType = '' } = t.scope.resolve(columnNamed([column], column.span));
  const [, kept] = LONG.find(([words]) => t.target === 'MYSQL' && words.test(databaseType)) ?? [];
  return kept === undefined ? undefined : dataType(kept, column.span, [number(KEPT, column.span)]);
}

/**
 * What gives columns of a table that is there types which a unique or foreign key can hold; a longer value that the table has
 * is an error then. https://dev.mysql.com/doc/refman/8.4/en/column-indexes.html
 * @returns undefined where what else the columns are is not known
 */
export function madeKeyable(columns: readonly Name[], table: QualifiedName, t: Translator): Statement[] | undefined {
  const narrowed = columns.flatMap((column) => {
    const type = keyedType(column, t);
    return type === undefined ? [] : [{ column, type }];
  });
  const definitions = narrowed.flatMap(({ column, type }) => {
    const present = presentColumn(column, t);
    return present === undefined ? [] : [{ ...present, type }];
  });
  if (definitions.length < narrowed.length) return undefined;
  return definitions.map((definition, at) => {
    const { span } = narrowed[at]?.column ?? definition;
    t.notice('TYPE_NARROWED', narrowed[at]?.column ?? definition, 'A key takes no longer values than 255 characters.');
    return alteration(t.node(table), [{ kind: 'change-column', definition, span }], span);
  });
}

/** The columns of a constraint that MySQL has an index for. */
export function keyColumnsOf({ rule }: TableConstraint): readonly Name[] {
  if (rule.kind === 'table-foreign-key') return rule.columns;
  if (rule.kind !== 'table-key' || rule.type === 'index') return [];
  return rule.elements.flatMap(({ expression }) => (expression.kind === 'column' ? expression.parts.slice(-1) : []));
}
