import { rewrite, type Assignment, type Expression, type Insert } from '../../ast/index.js';
import { cast, dataType } from '../made-nodes.js';
import { jsonOfText } from '../expressions/documents/json-of-text.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { insertedColumns } from './conflict-targets.js';

/**
 * `prefs || EXCLUDED.prefs` with the document that is given, where one row is: what it has is then known, and that it is a
 * document where the target keeps those as texts.
 */
export function withGivenDocuments(node: Assignment, insert: Insert, table: ChangedTable, t: Translator): Assignment {
  const body = insert.source?.body;
  const [row, second] = body?.kind === 'values' ? body.rows : [];
  if (t.source !== 'POSTGRESQL' || row === undefined || second !== undefined) return node;
  const given = new Map(
    insertedColumns(insert, table, t).flatMap((one, at) => {
      const value = documentGiven(row.items[at], table.column(one)?.type?.type);
      return value === undefined ? [] : [[t.scope.key(one), value] as const];
    }),
  );
  if (given.size === 0) return node;
  const replaced = (value: Expression): Expression => {
    if (value.kind !== 'column' || value.parts.length !== 2) return value;
    const [qualifier, own] = value.parts;
    if (qualifier?.value.toLowerCase() !== 'excluded' || own === undefined) return value;
    return given.get(t.scope.key(own)) ?? value;
  };
  return {
    ...node,
    value: rewrite(node.value, (part) =>
      part.kind === 'binary' && part.operator === 'concatenate'
        ? { ...part, left: replaced(part.left), right: replaced(part.right) }
        : part,
    ),
  };
}

/** A value that is a document for sure; undefined for any other. */
function documentGiven(value: Expression | undefined, type: string | undefined): Expression | undefined {
  if (value?.kind === 'cast') return /^jsonb?$/i.test(value.type.name) ? value : undefined;
  if (value?.kind === 'parameter' && type === 'JSON') return cast(value, dataType('jsonb', value.span));
  if (value?.kind !== 'string' || !(type === 'JSON' || holdsOthers(value.value))) return undefined;
  return cast(value, dataType('jsonb', value.span));
}

/** Whether it is an object or an array in JSON. */
function holdsOthers(written: string): boolean {
  const value = jsonOfText(written);
  return typeof value === 'object' && value !== null;
}
