import type { TableDescription } from '../databases/index.js';
import type { HangingParts } from '../sql/index.js';

/**
 * What hangs on a table or view: views by what they read, as far as that can be told, and foreign keys.
 * @param all every table and view of the database; undefined where nobody asked for them
 */
export function hangingOn(
  name: string | undefined,
  all: readonly TableDescription[] | undefined,
): HangingParts | undefined {
  if (all === undefined) return undefined;
  if (name === undefined) return { views: [], foreignKeys: [] };
  const reached = [name];
  for (const one of reached) reached.push(...readersOf(one, all).filter((view) => !reached.includes(view)));
  return { views: reached.slice(1).map((view) => hangingView(view, all)), foreignKeys: keysTo(name, all) };
}

function hangingView(name: string, all: readonly TableDescription[]): HangingParts['views'][number] {
  const view = all.find((one) => one.name === name);
  const columns = view?.columns.map((column) => column.name) ?? [];
  return { name, columns, ...(typeof view?.definition === 'string' && { query: view.definition }) };
}

const readersOf = (name: string, all: readonly TableDescription[]): string[] =>
  all.flatMap((table) => ((table.readsFrom ?? []).some((read) => read.name === name) ? [table.name] : []));

const keysTo = (name: string, all: readonly TableDescription[]): HangingParts['foreignKeys'] =>
  all
    .filter((table) => table.name !== name)
    .flatMap((table) =>
      table.foreignKeys
        .filter(({ referenced }) => referenced.name === name)
        .map((key) => ({ table: table.name, name: key.name })),
    );
