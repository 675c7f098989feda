import type { Change, Delete, Insert, Merge, Returning, TableReference, Update } from '../ast/index.js';
import { scopeBehind } from './common-tables.js';
import { readFrom } from './from-clause.js';
import { itemColumns, type NamePlace } from './query-columns.js';
import { Scope } from './scope.js';
import { Source, type FromClause, type RelationColumns } from './sources.js';
import { tableSource } from './table-sources.js';

/** What RETURNING may name: the table that is changed, and those beside it. */
interface ChangedTables {
  readonly target: FromClause;
  readonly others: readonly TableReference[];
  /** MERGE has the columns of its source before those of its target. */
  readonly othersFirst?: true;
  /** Whether the row that could not be inserted has a name: `excluded`. */
  readonly hasExcluded?: boolean;
}

type ChangeReader<Kind extends Change['kind']> = (
  change: Extract<Change, { kind: Kind }>,
  scope: Scope,
) => ChangedTables | undefined;

const CHANGES: { readonly [Kind in Change['kind']]: ChangeReader<Kind> } = {
  insert: ({ table: name, alias, conflicts, duplicateKeyUpdate }: Insert, scope) => ({
    target: single(tableSource({ name, ...(alias !== undefined && { alias }) }, scope)),
    others: [],
    hasExcluded: (conflicts ?? duplicateKeyUpdate) !== undefined,
  }),
  update: ({ tables, from }: Update, scope) => ({ target: readFrom(tables, scope), others: from ?? [] }),
  delete: ({ from, using }: Delete, scope) => ({ target: readFrom(from, scope), others: using ?? [] }),
  merge: ({ into, using }: Merge, scope) => ({ target: readFrom([into], scope), others: [using], othersFirst: true }),
};

const single = (source: Source): FromClause => ({
  sources: [source],
  fields: source.columns?.map((column) => ({ source, column })),
  merged: new Map(),
});

/** The scope of a change's RETURNING. */
export function scopeOfChange(change: Change, outer: Scope): Scope {
  const { scopes } = outer.context;
  const known = scopes.get(change);
  if (known !== undefined) return known;
  const inner = scopeBehind(change.with, outer);
  const read = CHANGES[change.kind] as ChangeReader<Change['kind']>;
  const tables = read(change, inner);
  const from = tables && returnedFrom(tables, change.returning, inner);
  const scope = new Scope({ context: outer.context, outer: inner, ...(from !== undefined && { from }) });
  scopes.set(change, scope);
  return scope;
}

/** The columns of a change; undefined where it gives none, or a star can't be expanded. */
export function changeColumns(change: Change, outer: Scope, place: NamePlace): RelationColumns {
  const { returning } = change;
  return returning === undefined ? undefined : itemColumns(returning.columns, scopeOfChange(change, outer), place);
}

function returnedFrom(
  { target, others, othersFirst, hasExcluded }: ChangedTables,
  returning: Returning | undefined,
  scope: Scope,
): FromClause {
  const beside = readFrom(others, scope);
  const parts = othersFirst === true ? [beside, target] : [target, beside];
  const all = parts.filter(({ sources }) => sources.length > 0);
  const fields = scope.context.rules.returningHasAll ? allFields(all) : target.fields;
  const sources = [...target.sources, ...beside.sources, ...changedRows(target, returning, scope)];
  if (hasExcluded === true) sources.push(...excludedRow(target, scope));
  return { sources, fields, merged: beside.merged };
}

function allFields(parts: readonly FromClause[]): FromClause['fields'] {
  return parts.every(({ fields }) => fields !== undefined) ? parts.flatMap(({ fields }) => fields ?? []) : undefined;
}

function excludedRow({ sources }: FromClause, scope: Scope): Source[] {
  return sources.map(({ columns, origin }) => new Source(['excluded'], columns, scope.keyOf, origin));
}

/** The rows before and after the change, either of which may not be there. */
function changedRows(target: FromClause, returning: Returning | undefined, scope: Scope): Source[] {
  const { changedRows: names } = scope.context.rules;
  const [source] = target.sources;
  if (names === undefined || source === undefined) return [];
  const { oldAlias, newAlias } = returning ?? {};
  const keys = [oldAlias ? scope.key(oldAlias) : names[0], newAlias ? scope.key(newAlias) : names[1]];
  return keys.map((key) => {
    const row = new Source([key], source.columns, scope.keyOf, source.origin);
    row.nulled = true;
    return row;
  });
}
