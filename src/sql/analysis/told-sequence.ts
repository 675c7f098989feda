import type { Expression, Node, QualifiedName, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { ownName } from './folded-names.js';

/** A column that may count by a sequence, by the name that PostgreSQL gives to the sequence of one. */
export interface CountedColumn {
  readonly table: string;
  readonly column: string;
}

/** Where a sequence is told to go on from: `ALTER SEQUENCE … RESTART`, `SELECT setval(…)`. */
export interface ToldSequence {
  /** Its own name; undefined where it is told by its column. */
  readonly name: string | undefined;
  /** Those that the sequence may be of. */
  readonly columns: readonly CountedColumn[];
  /** The number that comes next. */
  readonly next: string;
}

/** What a statement tells a sequence; undefined for any other, and where the number is that of a query. */
export function toldSequence(tree: Statement, dialect: Dialect): ToldSequence | undefined {
  if (dialect.name !== 'POSTGRESQL') return undefined;
  if (tree.kind === 'alter-sequence') {
    const restart = tree.options.find(({ name }) => name.startsWith('RESTART'));
    if (restart === undefined || (restart.value !== undefined && restart.value.kind !== 'number')) return undefined;
    const name = ownName(tree.name, dialect);
    return { name, columns: columnsOf(name), next: restart.value?.text ?? '1' };
  }
  if (tree.kind !== 'query' || tree.body.kind !== 'select' || tree.body.from !== undefined) return undefined;
  const [item, ...others] = tree.body.columns;
  const call = item?.expression;
  if (call?.kind !== 'call' || others.length > 0 || !isCalled(call.name, 'setval')) return undefined;
  const [sequence, value, isCalledLast] = call.arguments;
  if (value?.kind !== 'number' || !/^\d+$/.test(value.text)) return undefined;
  const isNext = isCalledLast?.kind === 'boolean' && !isCalledLast.value;
  return { ...meantBy(sequence), next: String(BigInt(value.text) + (isNext ? 0n : 1n)) };
}

function meantBy(argument: Expression | undefined): Pick<ToldSequence, 'name' | 'columns'> {
  const name = nameInText(argument);
  if (name !== undefined) return { name, columns: columnsOf(name) };
  if (argument?.kind !== 'call' || !isCalled(argument.name, 'pg_get_serial_sequence')) return { name, columns: [] };
  const table = nameInText(argument.arguments[0]);
  const column = argument.arguments[1];
  const isKnown = table !== undefined && column?.kind === 'string';
  return { name, columns: isKnown ? [{ table, column: column.value }] : [] };
}

/** `a_b_id_seq` is of `a` or `a_b`. https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
function columnsOf(sequence: string): CountedColumn[] {
  const parts = sequence.endsWith('_seq') ? sequence.slice(0, -'_seq'.length).split('_') : [];
  return parts
    .slice(1)
    .map((_, at) => ({ table: parts.slice(0, at + 1).join('_'), column: parts.slice(at + 1).join('_') }));
}

/** A name that stands in a text, without the schema before it; undefined for any other value. */
export function nameInText(argument: Node | undefined): string | undefined {
  const written = argument?.kind === 'cast' ? argument.operand : argument;
  if (written?.kind !== 'string') return undefined;
  const last = /(?:"((?:[^"]|"")+)"|([^".]+))$/.exec(written.value);
  return last?.[1]?.replaceAll('""', '"') ?? last?.[2]?.toLowerCase();
}

export const isCalled = ({ parts }: QualifiedName, name: string): boolean => parts.at(-1)?.value.toLowerCase() === name;
