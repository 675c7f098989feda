import type { CatalogueTable } from '../../../catalogue.js';
import type { AlterTable, ColumnConstraint, ColumnDefinition, Name, Statement } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { boolean, column as columnNamed, name, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { computedApart } from '../columns/computed-apart.js';
import { columnDefinition } from '../columns/columns.js';
import { keyColumnsOf } from '../columns/keyed-texts.js';
import { impliedValue } from '../columns/implied-values.js';
import { alteration, element, ofColumn } from '../made-definitions.js';
import { referencesOf } from '../columns/referenced-types.js';
import type { TablePlan } from '../table-plan.js';

/** What is known of a table beside the columns that are added to it. */
export function planOfAdded(node: ColumnDefinition, change: AlterTable, t: Translator): TablePlan {
  const { name: table } = change;
  const has = (kind: string): boolean => node.constraints.some(({ rule }) => rule.kind === kind);
  const key = t.scope.key(node.name);
  const primary = has('primary-key') ? [key] : [];
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const present = known?.columns ?? [];
  const others = present.filter((column) => t.scope.keyOf(column.name) !== key);
  const isKeyed = primary.length > 0 || has('unique') || has('references');
  return {
    name: table,
    columns: [...present.map(({ name }) => exact(name, node)), ...(others.length < present.length ? [] : [node.name])],
    generated: others.filter(({ generated }) => generated === true).map(({ name }) => exact(name, node)),
    primary,
    keyed: new Set([...(isKeyed ? [key] : []), ...keyedBy(change, known, t)]),
    isWithoutRowid: false,
    references: referencesOf([node], [], (name) => t.scope.key(name)),
  };
}

/** The columns of keys that the table has, or gets by the same change, or later. */
function keyedBy({ actions, keyedLater = [] }: AlterTable, known: CatalogueTable | undefined, t: Translator): string[] {
  const added = actions.flatMap((action) => (action.kind === 'add-constraint' ? keyColumnsOf(action.constraint) : []));
  const present = [...(known?.primaryKey ?? []), ...(known?.uniqueKeys ?? []).flat()];
  return [
    ...added.map((column) => t.scope.key(column)),
    ...[...present, ...keyedLater].map((one) => t.scope.keyOf(one)),
  ];
}

const exact = (value: string, { span }: ColumnDefinition): Name => ({ kind: 'name', value, quoted: true, span });

/** ADD COLUMN, with what the target says of the column apart. */
export function addedColumn(node: ColumnDefinition, mayExist: boolean, table: AlterTable, t: Translator): Statement[] {
  const { span } = node;
  const made = columnDefinition(node, planOfAdded(node, table, t), t);
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  const [whole = made.column] = computedApart([made.column], t, known?.columns);
  const { column, apart } = PARTED[t.target](whole, node, table, t);
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

/** Rows that are there get MySQL's usual value, which no other row gets by itself. */
function withFirstValue(column: ColumnDefinition, node: ColumnDefinition, table: AlterTable, t: Translator): Parted {
  const value = impliedValue(node, t.from);
  if (value === undefined) return { column, apart: [] };
  const { span } = node;
  const given = typeof value === 'number' ? number(value, span) : text(value, span);
  const first = column.type?.name === 'boolean' ? boolean(value !== 0, span) : given;
  return {
    column: {
      ...column,
      constraints: [...column.constraints, ofColumn({ kind: 'default-value', value: first, span })],
    },
    apart: [
      alteration(
        t.node(table.name),
        [{ kind: 'alter-column', change: 'drop-default', column: column.name, span }],
        span,
      ),
    ],
  };
}

const PARTED: Readonly<
  Record<DialectName, (made: ColumnDefinition, node: ColumnDefinition, table: AlterTable, t: Translator) => Parted>
> = {
  POSTGRESQL: withFirstValue,
  MYSQL: (column) => ({ column, apart: [] }),
  SQLITE: (column, _node, table, t) => forSqlite(column, table, t),
};

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
