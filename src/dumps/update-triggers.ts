import { ownKey, type ColumnDefinition, type CreateTable, type Dialect, type Statement } from '../sql/index.js';

type Trigger = Extract<Statement, { kind: 'create-trigger' }>;
type ColumnRule = ColumnDefinition['constraints'][number]['rule'];

/**
 * The triggers of a script that fire when rows are changed. SQLite's triggers of INSERT give a row its values by changing
 * it once more, which fires these: elsewhere the values are given before the row is kept, and nothing is fired.
 */
export class UpdateTriggers {
  /** By the keys of their tables. */
  readonly #triggers = new Map<string, Trigger[]>();

  constructor(readonly from: Dialect) {}

  note(tree: Statement): void {
    if (tree.kind !== 'create-trigger' || !isOf(tree, 'UPDATE')) return;
    const key = ownKey(tree.table, this.from);
    this.#triggers.set(key, [...(this.#triggers.get(key) ?? []), tree]);
  }

  /**
   * The columns that values which a trigger of INSERT gives may not hang on, where they are to be given beforehand.
   *
   * @returns undefined where another trigger does more, or the table is not known
   */
  unknownBefore(trigger: Trigger, table: CreateTable | undefined, rowKey: string | undefined): string[] | undefined {
    if (table === undefined || !isOf(trigger, 'INSERT')) return undefined;
    const fired = this.#triggers.get(ownKey(trigger.table, this.from)) ?? [];
    const columns = (table.elements ?? []).filter((one) => one.kind === 'column-definition');
    if (fired.length === 0) {
      const late = columns.filter(({ constraints }) => constraints.some(({ rule }) => isComputed(rule)));
      return [...late.map(({ name }) => name.value), ...(rowKey === undefined ? [] : [rowKey])];
    }
    // given twice, a value is the same where it hangs on no column
    return fired.every((one) => doTheSame(one, trigger)) ? columns.map(({ name }) => name.value) : undefined;
  }
}

const isOf = ({ events }: Trigger, event: 'INSERT' | 'UPDATE'): boolean => events.some((one) => one.event === event);

/** Columns whose values a server may fill in only when it keeps the row. */
const isComputed = (rule: ColumnRule): boolean =>
  rule.kind === 'generated' || (rule.kind === 'default-value' && !LITERALS.has(rule.value.kind));

const LITERALS: ReadonlySet<string> = new Set(['string', 'number', 'null', 'boolean', 'bytes']);

const doTheSame = (one: Trigger, other: Trigger): boolean =>
  one.when === undefined && other.when === undefined && bare(one.body.text) === bare(other.body.text);

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();
