import type {
  CaseExpression,
  ColumnReference,
  Expression,
  Join,
  Merge,
  MergeBranch,
  Name,
  SelectItem,
  Statement,
  TableName,
} from '../../ast/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { allOf, binary, choose, column, isNull, item, name, number } from '../made-nodes.js';
import { comparedColumns, keyed, readsOwn } from './row-keys.js';
import { columnName, keyColumns, named, selectOf, type KeyedTable } from './rows.js';
import type { Translator } from '../translator.js';
import type { Apart, StepMaker } from './step-maker.js';

const BRANCH = 'merge_branch';
const keyAlias = (index: number): string => `merge_key_${index + 1}`;

/** MERGE: what becomes of each row is decided first, as all of it sees the rows as they were; then each branch is run. */
export const merge: Apart = (statement, steps) => {
  if (statement.kind !== 'merge') return false;
  const { t } = steps;
  const source = sourceName(statement, steps);
  refuseOddities(statement, steps);
  const of = mergedKey(statement, t);
  const kept = steps.keep('merged', decided(statement, of, source));
  const rows = named(kept, source);
  const inserts = (one: MergeBranch): boolean => one.action === 'insert';
  const numbered = statement.branches.map((branch, index) => ({ branch, index }));
  // what is inserted is none of the rows that were there
  const ordered = [
    ...numbered.filter(({ branch }) => !inserts(branch)),
    ...numbered.filter(({ branch }) => inserts(branch)),
  ];
  for (const { branch, index } of ordered) {
    const made = run(withoutDefaults(branch, statement, t), { node: statement, of, rows, source, index });
    if (made !== undefined) steps.add(made);
  }
  return true;
};

/** Columns that get their defaults are left out, as a query has no word for these. */
function withoutDefaults(branch: MergeBranch, { into }: Merge, t: Translator): MergeBranch {
  const { values, columns = knownColumns(into, t) } = branch;
  if (branch.action !== 'insert' || values === undefined || columns.length < values.length) return branch;
  const isGiven = (_: unknown, at: number): boolean => at < values.length && values[at]?.kind !== 'default';
  const given = values.filter(isGiven);
  return given.length === values.length || given.length === 0
    ? branch
    : { ...branch, columns: columns.filter(isGiven), values: given };
}

const knownColumns = ({ name: { parts, span } }: TableName, t: Translator): readonly ColumnReference[] =>
  (t.scope.context.catalogue?.table(parts.map((part) => t.scope.fold(part)))?.columns ?? []).map((one) =>
    column([columnName(one.name, span)], span),
  );

/** What tells the rows apart: by their key, or by what they are joined by, where that decides what becomes of them. */
function mergedKey(node: Merge, t: Translator): KeyedTable {
  const { into, on, branches } = node;
  const known = t.scope.context.catalogue?.table(into.name.parts.map((part) => t.scope.fold(part)));
  const compared = (known?.primaryKey ?? []).length === 0 ? comparedColumns(on, into, t) : undefined;
  const isDecided = branches.every(({ condition }) => condition === undefined || !readsOwn(condition, into, t));
  const isId = compared?.some((one) => t.scope.key(one) === 'id') === true;
  if (compared === undefined || (!isDecided && !isId && known !== undefined)) return keyed(into, node, t);
  if (!isDecided && !isId) t.notice('KEY_BY_NAME', node, 'The key is taken to be what the rows are joined by.');
  return { table: into, key: compared };
}

function sourceName({ using }: Merge, { t }: StepMaker): Name {
  if (using.kind === 'table-name') return calledIn(using);
  if (using.kind === 'derived-table' && using.alias !== undefined) return using.alias;
  return t.refuse(using, 'This source of MERGE has no name.', 'Give it an alias.');
}

function refuseOddities({ returning, branches }: Merge, { t }: StepMaker): void {
  if (returning !== undefined)
    t.refuse(returning, 'The target tells no rows of a MERGE.', 'Read them in a statement of its own.');
  for (const branch of branches) {
    if (branch.when === 'not-matched-by-source')
      t.refuse(branch, 'Rows without a source have no branch in the target.', 'Change them in a statement of its own.');
    if (branch.overriding !== undefined || (branch.action === 'insert' && branch.values === undefined))
      t.refuse(branch, 'This way to insert has no counterpart in the target.', 'Write the columns and their values.');
  }
}

/** The source's rows, each with the key of the row that it matches and the number of its branch. */
function decided(node: Merge, of: KeyedTable, source: Name): Parameters<StepMaker['keep']>[1] {
  const { span } = node.using;
  const keys = keyColumns(of);
  const [first] = keys as [Expression];
  const branches = node.branches.map(({ when, condition }, index): readonly [Expression, Expression] => [
    allOf([isNull(first, when === 'matched'), ...(condition === undefined ? [] : [condition])]),
    number(index + 1, span),
  ]);
  const branch: CaseExpression = choose(branches, undefined, span);
  const items: SelectItem[] = [
    item({ kind: 'star', qualifier: [source], span }),
    ...keys.map((key, index) => item(key, name(keyAlias(index), span))),
    item(branch, name(BRANCH, span)),
  ];
  const joined: Join = {
    kind: 'join',
    type: 'left',
    natural: false,
    left: node.using,
    right: node.into,
    on: node.on,
    span,
  };
  return selectOf(items, [joined], node.with === undefined ? {} : { with: node.with });
}

interface BranchPlace {
  readonly node: Merge;
  readonly of: KeyedTable;
  readonly rows: TableName;
  readonly source: Name;
  readonly index: number;
}

function run(branch: MergeBranch, { node, of, rows, source, index }: BranchPlace): Statement | undefined {
  const { span } = branch;
  const own = (called: string): ColumnReference => column([source, name(called, span)], span);
  const isOfBranch = binary('equal', own(BRANCH), number(index + 1, span));
  const isMatched = keyColumns(of).map((key, at) => binary('equal', key, own(keyAlias(at))));
  const where = allOf([...isMatched, isOfBranch]);
  if (branch.action === 'delete') return { kind: 'delete', from: [node.into], using: [rows], where, span };
  if (branch.action === 'update' && branch.set !== undefined)
    return { kind: 'update', tables: [node.into], set: branch.set, from: [rows], where, span };
  if (branch.action !== 'insert' || branch.values === undefined) return undefined;
  const query = selectOf(
    branch.values.map((value) => item(value)),
    [rows],
    { where: isOfBranch },
  );
  const { columns } = branch;
  return { kind: 'insert', table: node.into.name, ...(columns !== undefined && { columns }), source: query, span };
}
