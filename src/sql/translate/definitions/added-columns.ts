import type { AlterTable, ColumnConstraint, ColumnDefinition, Name, Statement } from '../../ast/index.js';
import { column as columnNamed, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { columnDefinition } from './columns.js';
import { alteration, element } from './made-definitions.js';
import { referencesOf } from './referenced-types.js';
import type { TablePlan } from './table-plan.js';

/** What is known of a table beside the columns that are added to it. */
export function planOfAdded(node: ColumnDefinition, { name: table }: AlterTable, t: Translator): TablePlan {
  const has = (kind: string): boolean => node.constraints.some(({ rule }) => rule.kind === kind);
  const key = t.scope.key(node.name);
  const primary = has('primary-key') ? [key] : [];
  const isKeyed = primary.length > 0 || has('unique') || has('references');
  return {
    name: table,
    columns: [node.name],
    generated: [],
    primary,
    keyed: new Set(isKeyed ? [key] : []),
    isWithoutRowid: false,
    references: referencesOf([node], [], (name) => t.scope.key(name)),
  };
}

/** ADD COLUMN, with what the target says of the column apart. */
export function addedColumn(node: ColumnDefinition, mayExist: boolean, table: AlterTable, t: Translator): Statement[] {
  const { span } = node;
  const made = columnDefinition(node, planOfAdded(node, table, t), t);
  const { column, apart } =
    t.target === 'SQLITE' ? forSqlite(made.column, table, t) : { column: made.column, apart: [] };
  return [
    alteration(
      t.node(table.name),
      [
        { kind: 'add-column', columns: [column], ...(mayExist && { ifNotExists: true }), span },
        ...made.constraints.map((constraint) => ({ kind: 'add-constraint', constraint, span }) as const),
      ],
      span,
    ),
    ...apart,
    ...made.after,
  ];
}

interface Parted {
  readonly column: ColumnDefinition;
  readonly apart: readonly Statement[];
}

/** What SQLite adds no column with: the rows that are there would have to be looked at. */
const REFUSED: readonly (readonly [of: (rules: readonly ColumnConstraint[]) => boolean, why: string])[] = [
  [(rules) => rules.some(({ rule }) => rule.kind === 'primary-key'), 'SQLite adds no key to a table.'],
  [
    (rules) => rules.some(({ rule }) => rule.kind === 'default-value' && rule.value.kind === 'call'),
    'SQLite adds no column whose default is computed.',
  ],
  [
    (rules) => rules.some(({ rule }) => rule.kind === 'generated' && rule.stored === true),
    'SQLite adds no stored column.',
  ],
  [
    (rules) =>
      rules.some(({ rule }) => rule.kind === 'not-null') &&
      !rules.some(({ rule }) => rule.kind === 'default-value' || rule.kind === 'generated'),
    'SQLite adds no column that is never NULL and has no default.',
  ],
];

function forSqlite(column: ColumnDefinition, table: AlterTable, t: Translator): Parted {
  const [, why] = REFUSED.find(([of]) => of(column.constraints)) ?? [];
  if (why !== undefined) t.refuse(column, why, 'Create the table anew, and copy its rows.');
  const isUnique = column.constraints.some(({ rule }) => rule.kind === 'unique');
  if (!isUnique) return { column, apart: [] };
  const { span } = column;
  const owner = t.node(table.name.parts[table.name.parts.length - 1] as Name);
  const own = name(`${owner.value}_${column.name.value}_key`, span);
  return {
    column: { ...column, constraints: column.constraints.filter(({ rule }) => rule.kind !== 'unique') },
    apart: [
      {
        kind: 'create-index',
        type: 'unique',
        name: { kind: 'qualified-name', parts: [own], span },
        table: t.node(table.name),
        elements: [element(columnNamed([column.name], span))],
        span,
      },
    ],
  };
}
