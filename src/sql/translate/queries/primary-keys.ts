import type { Translator } from '../translator.js';

/** The columns of a table's primary key; none where it has none, or is not known. */
export function primaryKeyOf(
  { schema, name }: { readonly schema?: string | undefined; readonly name: string },
  t: Translator,
): readonly string[] {
  const path = schema === undefined ? [name] : [schema, name];
  return t.scope.context.catalogue?.table(path)?.primaryKey ?? [];
}
