import {
  foldName,
  generate,
  isSameName,
  keyColumns,
  ownName,
  quotedNameIn,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type Name,
} from '../../sql/index.js';
import { computedColumns, updateOf } from './computed-columns.js';
import type { Redefined, Redefinition } from './redefinition.js';

type Action = AlterTable['actions'][number];

/** MySQL says all of a column again. */
export function columnsSaidAgain(given: Redefinition): Redefined | undefined {
  const redefinition = { ...given, table: withKeyed(given) };
  const { table, known, change, translate, from, to } = redefinition;
  const names = change.actions.map((action) => (action.kind === 'alter-column' ? action.column : undefined));
  if (names.some((name) => name === undefined)) return undefined;
  const { tree, notices } = translate(table, known.text);
  if (tree.kind !== 'create-table') return undefined;
  const changed = columnsOf(tree).filter((made) =>
    names.some(
      (name) => name !== undefined && foldName(name, from).toLowerCase() === foldName(made.name, to).toLowerCase(),
    ),
  );
  if (changed.length === 0) return undefined;
  if (computedColumns(redefinition).length > 0) return withValues(redefinition, tree, changed, notices);
  const made = alter(
    tree,
    change,
    changed.map((column) => said(withoutKeys(column), change)),
  );
  return { statements: [generate(made, to)], notices };
}

/** A table that knows which of its columns stand in indexes of their own: MySQL's hold no texts of any length. */
function withKeyed({ table, known, from }: Redefinition): CreateTable {
  const keyed = known.indexes.flatMap(({ tree }) => keyColumns(tree, from));
  return keyed.length === 0 ? table : { ...table, keyedLater: [...(table.keyedLater ?? []), ...keyed] };
}

/**
 * Columns that get other values along with their type: these wait in columns of their own, since no type holds the values from
 * before and those from then on. Keys over the columns stay, and see NULLs in between.
 */
function withValues(
  redefinition: Redefinition,
  made: CreateTable,
  changed: readonly ColumnDefinition[],
  notices: Redefined['notices'],
): Redefined | undefined {
  const { known, change, text, translate, from, to } = redefinition;
  const former = translate(known.table, known.text).tree;
  if (former.kind !== 'create-table') return undefined;
  const computed = computedColumns(redefinition);
  const found = computed.flatMap(({ column, value }) => {
    const isIt = (one: ColumnDefinition): boolean => isSameName(one.name, column, from);
    const [before, now] = [columnsOf(former).find(isIt), changed.find(isIt)];
    return before === undefined || now === undefined || isOfPrimaryKey(made, before.name)
      ? []
      : [{ before, now, value, passing: passingName(now.name) }];
  });
  if (found.length < computed.length) return undefined;
  const update = translate(
    updateOf(
      change,
      [
        ...found.map(({ passing, value }) => [passing.value, value] as const),
        ...computed.map(({ column }) => [foldName(column, from), undefined] as const),
      ],
      from,
    ),
    text,
  );
  const quoted = (name: Name): string => quotedNameIn(name.value, to.name);
  const back = found.map(({ now, passing }) => `${quoted(now.name)} = ${quoted(passing)}`).join(', ');
  return {
    statements: [
      generate(
        alter(made, change, [
          ...found.map(({ now, passing }): Action => added({ ...nullable(now), name: passing }, change)),
          ...found.map(({ before }) => said(nullable(before), change)),
        ]),
        to,
      ),
      ...update.statements,
      generate(
        alter(
          made,
          change,
          found.map(({ now }) => said(nullable(now), change)),
        ),
        to,
      ),
      `UPDATE ${quotedNameIn(ownName(made.name, to), to.name)} SET ${back}`,
      generate(
        alter(made, change, [
          ...found.map(({ passing }): Action => ({ kind: 'drop-column', column: passing, span: change.span })),
          ...changed.map((column) => said(withoutKeys(column), change)),
        ]),
        to,
      ),
    ],
    notices: [...notices, ...update.notices],
  };
}

const columnsOf = ({ elements = [] }: CreateTable): ColumnDefinition[] =>
  elements.filter((element) => element.kind === 'column-definition');

const alter = ({ name }: CreateTable, { span }: AlterTable, actions: readonly Action[]): AlterTable => ({
  kind: 'alter-table',
  object: 'TABLE',
  name,
  actions,
  span,
});

const said = (definition: ColumnDefinition, { span }: AlterTable): Action => ({
  kind: 'change-column',
  definition,
  span,
});
const added = (column: ColumnDefinition, { span }: AlterTable): Action => ({
  kind: 'add-column',
  columns: [column],
  span,
});

const passingName = (name: Name): Name => ({ ...name, value: `_${name.value}_anew`, quoted: true });

/** A key said again would be a second one. */
const withoutKeys = (column: ColumnDefinition): ColumnDefinition => ({
  ...column,
  constraints: column.constraints.filter(({ rule }) => rule.kind !== 'primary-key' && rule.kind !== 'unique'),
});

/** A column of the type that takes no value for one. */
const nullable = ({ constraints: _, ...column }: ColumnDefinition): ColumnDefinition => ({
  ...column,
  constraints: [{ kind: 'column-constraint', rule: { kind: 'nullable', span: column.span }, span: column.span }],
});

function isOfPrimaryKey(table: CreateTable, own: Name): boolean {
  return (table.elements ?? []).some((element) => {
    if (element.kind === 'column-definition')
      return element.name.value === own.value && element.constraints.some(({ rule }) => rule.kind === 'primary-key');
    if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-key' || element.rule.type !== 'primary')
      return false;
    return element.rule.elements.some(
      ({ expression }) => expression.kind === 'column' && expression.parts.at(-1)?.value === own.value,
    );
  });
}
