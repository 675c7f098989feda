import type { Expression, Name, Select } from '../../ast/index.js';
import { column, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** The columns of a table's primary key; none where it has none, or is not known. */
export function primaryKeyOf(
  { schema, name }: { readonly schema?: string | undefined; readonly name: string },
  t: Translator,
): readonly string[] {
  const path = schema === undefined ? [name] : [schema, name];
  return t.scope.context.catalogue?.table(path)?.primaryKey ?? [];
}

/** What rows come by where nothing orders them: the key of the one table that they are of; none of several tables. */
export function keyOfRows({ from = [] }: Pick<Select, 'from'>, t: Translator): Expression[] {
  const [table, second] = from;
  if (table?.kind !== 'table-name' || second !== undefined) return [];
  const [last] = table.name.parts.slice(-1);
  const key = last === undefined ? [] : primaryKeyOf({ name: t.scope.fold(last) }, t);
  return key.map((one) => column([table.alias ?? (last as Name), name(one, table.span)], table.span));
}
