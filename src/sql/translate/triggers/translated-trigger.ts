import { DragomanError } from '../../../errors/index.js';
import { analyse } from '../../analysis/analyse.js';
import { partsOfPath } from '../../analysis/folded-names.js';
import { rewrite, type CreateTrigger, type Expression, type Name, type Node, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { printed } from '../script/printed.js';
import type { TranslatedStatement } from '../translate-statement.js';
import { guardedChange } from './guarded-change.js';
import { partedByOperation, type OnEvents } from './operation-of-trigger.js';
import { ownValues } from './own-row-changes.js';
import { isRowId } from './row-ids.js';
import { readsNew, triggerBody, type TriggerAction, type TriggerBody } from './trigger-bodies.js';
import { FORMS, type MadeAction, type MadeTrigger, type WrittenTrigger } from './trigger-forms.js';
import type { TriggerFunctions } from './trigger-functions.js';

type Translate = (tree: Statement, text: string) => TranslatedStatement;
type Assignment = Extract<TriggerAction, { kind: 'assignment' }>;

/** Of what a trigger is translated. */
export interface TriggerPlace {
  readonly from: Dialect;
  readonly to: Dialect;
  /** Of PostgreSQL's. */
  readonly functions: TriggerFunctions | undefined;
  readonly translate: Translate;
  /** The columns of the trigger's table, as they are called. */
  readonly columns: readonly string[];
  /** Those of them that a row may be kept without a value of. */
  readonly optional?: ReadonlySet<string>;
  /** The column that SQLite finds its rows by. */
  readonly rowKey?: string | undefined;
  /**
   * Where SQLite's trigger may give its values before a row is inserted, as none of UPDATE does more when it changes the
   * row for that: the columns that those values may not hang on.
   */
  readonly unknownBefore?: readonly string[] | undefined;
  /** Whether a body of several statements is run as one, and not cut at its semicolons. */
  readonly blocks?: boolean;
}

/**
 * A trigger that gives new values, changes other rows or ends with an error, in the target's own form.
 *
 * @returns undefined where it does more than that, or where the target has no such trigger
 */
export function translatedTrigger(trigger: CreateTrigger, place: TriggerPlace): WrittenTrigger | undefined {
  const body = bodyOf(trigger, place);
  if (body === undefined || trigger.clauses !== undefined || trigger.temporary === true) return undefined;
  if (place.from.name === 'POSTGRESQL' && trigger.level !== 'ROW') return undefined;
  if (body.returnsNothing && trigger.timing !== 'AFTER') return undefined;
  try {
    const written: WrittenTrigger[] = [];
    for (const made of new TriggerMaker(trigger, place).make(body.actions)) {
      const one = FORMS[place.to.name](made, (name) => quoted(name, place.to));
      if (one === undefined) return undefined;
      written.push(one);
    }
    return {
      made: written.flatMap(({ made }) => made),
      dropped: written.flatMap(({ dropped }) => dropped),
    };
  } catch (error) {
    // what it does has no translation: then it has none itself
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}

const CALLED = /^EXECUTE\s+(?:FUNCTION|PROCEDURE)\s+([^\s(]+)\s*\(\s*\)$/i;

function bodyOf({ body: { text } }: CreateTrigger, { from, functions }: TriggerPlace): TriggerBody | undefined {
  if (from.name !== 'POSTGRESQL') return triggerBody(text.trim(), from);
  const called = CALLED.exec(text.trim())?.[1];
  return called === undefined ? undefined : functions?.bodyOf(called);
}

const refused = (why: string): DragomanError => new DragomanError('UNTRANSLATABLE', why);

class TriggerMaker {
  constructor(
    private readonly trigger: CreateTrigger,
    private readonly place: TriggerPlace,
  ) {}

  make(written: readonly TriggerAction[]): MadeTrigger[] {
    const { trigger } = this;
    const when = trigger.when === undefined ? [] : [printed(trigger.when, this.place.from)];
    const actions = written.map((action) => ({ ...action, conditions: [...when, ...action.conditions] }));
    const parted = partedByOperation(trigger, actions);
    if (parted === undefined) throw refused('The trigger asks for what it was fired by.');
    return parted.flatMap((some, index) => this.#onEvents(some, parted.length > 1 ? index : undefined));
  }

  #onEvents({ events, actions }: OnEvents, index: number | undefined): MadeTrigger[] {
    const timing = this.trigger.timing ?? 'BEFORE';
    const { given, others } = this.#parted(actions);
    const both = given.length > 0 && others.length > 0;
    const part = index === undefined ? '' : `_${(events[0]?.event ?? '').toLowerCase()}`;
    const as = (some: readonly TriggerAction[], when: string, suffix: string): MadeTrigger[] =>
      some.length === 0 ? [] : [this.#made(events, some, { timing: when, suffix })];
    // values are given before the row is kept
    return [...as(given, 'BEFORE', both ? `${part}_given` : part), ...as(others, timing, part)];
  }

  #made(
    events: OnEvents['events'],
    written: readonly TriggerAction[],
    { timing, suffix }: { readonly timing: string; readonly suffix: string },
  ): MadeTrigger {
    const { trigger, place } = this;
    this.#refuseSeenTooEarly(written, events);
    const name = trigger.name.parts.at(-1) as Name;
    const table = quoted(trigger.table.parts.at(-1) as Name, place.to);
    // names of triggers are those of a table in PostgreSQL, of a schema elsewhere
    const base = place.from.name === 'POSTGRESQL' && place.to.name !== 'POSTGRESQL' ? `${unquoted(table)}_` : '';
    const isListed = place.to.name !== 'MYSQL';
    const changed = isListed ? [] : events.flatMap(({ columns }) => columns).map((column) => this.#isChanged(column));
    return {
      name: { ...name, value: `${base}${name.value}${suffix}` },
      table,
      timing,
      events: events.map(({ event, columns }) => ({
        event,
        columns: isListed ? columns.map((column) => quoted(column, place.to)) : [],
      })),
      actions: written.map((action) =>
        this.#action(changed.length === 0 ? action : withConditions(action, [changed.join(' OR ')])),
      ),
      blocks: place.blocks === true,
    };
  }

  #isChanged({ value }: Name): string {
    const column = quoted({ kind: 'name', value, quoted: true, span: this.trigger.span }, this.place.from);
    const [old, now] = [`OLD.${column}`, `NEW.${column}`];
    return this.place.from.name === 'SQLITE' ? `${old} IS NOT ${now}` : `${old} IS DISTINCT FROM ${now}`;
  }

  /** SQLite gives values behind the row is kept: what reads them has to come later, and the row to be kept without. */
  #refuseSeenTooEarly(actions: readonly TriggerAction[], events: OnEvents['events']): void {
    if (this.place.to.name !== 'SQLITE') return;
    actions.forEach((one, at) => {
      if (one.kind !== 'assignment') return;
      const later = actions.slice(at + 1).flatMap(textsOf);
      if (later.some((sql) => readsNew(sql, one.column))) throw refused('A value is read behind it is given.');
      const isKept =
        events.every(({ event }) => event === 'UPDATE') ||
        readsNew(one.value, one.column) ||
        this.place.optional?.has(one.column.replace(/["`]/g, '').toLowerCase()) === true;
      if (!isKept) throw refused('A row without this value is not kept.');
      // what is given on INSERT fires what gives it on UPDATE
      const isTwice = events.length > 1 && readsNew(one.value, one.column) && !SAME_TWICE.test(one.value);
      if (isTwice) throw refused('A value would be given twice.');
    });
  }

  /**
   * The values that SQLite’s trigger gives to its own row by changing it once more, which would fire triggers of the
   * others again. An INSERT is left as it is where triggers of UPDATE do more: SQLite fires them then.
   */
  #parted(actions: readonly TriggerAction[]): { given: TriggerAction[]; others: readonly TriggerAction[] } {
    const { trigger, place } = this;
    const { from: dialect, columns, rowKey } = place;
    const isGiven = trigger.events.every(
      ({ event }) => event === 'UPDATE' || (event === 'INSERT' && place.unknownBefore !== undefined),
    );
    if (dialect.name !== 'SQLITE' || trigger.timing !== 'AFTER' || !isGiven) return { given: [], others: actions };
    const given: Assignment[] = [];
    const others: TriggerAction[] = [];
    for (const action of actions) {
      const step = action.kind === 'change' ? parseStatement(action.sql, dialect) : undefined;
      const values = step && ownValues(step, { trigger, columns, rowKey, dialect }, action.conditions);
      if (values !== undefined) given.push(...values);
      else if (step !== undefined && this.#isOwnChange(step))
        throw refused('The trigger would fire itself in the target.');
      else others.push(action);
    }
    const isSeen = given.some(({ column }) => others.flatMap(textsOf).some((sql) => readsNew(sql, column)));
    if (isSeen) throw refused('What is given is read as it was before.');
    return trigger.events.some(({ event }) => event === 'INSERT') && !this.#isKnownBefore(given)
      ? { given: [], others: actions }
      : { given, others };
  }

  /** Whether values of a new row hang on nothing that comes with its keeping. */
  #isKnownBefore(given: readonly Assignment[]): boolean {
    const { unknownBefore: unknown = [] } = this.place;
    return !given.flatMap(textsOf).some((sql) => unknown.some((column) => readsNew(sql, column)));
  }

  #action(action: TriggerAction): MadeAction {
    const condition =
      action.conditions.length === 0 ? undefined : allOf(action.conditions.map((one) => this.#whole(one)));
    return {
      condition: condition === undefined ? undefined : this.#printed(this.#carrying(condition)),
      does: this.#does(action, condition),
    };
  }

  #does(action: TriggerAction, condition: string | undefined): MadeAction['does'] {
    if (action.kind === 'refusal') return { kind: 'refusal', message: textOf(action.message) };
    if (action.kind === 'assignment') {
      const [assigned] = this.#update(`${action.column} = ${action.value}`).set;
      const target = assigned?.targets[0];
      if (assigned === undefined || target?.kind !== 'column') throw refused('No column is assigned.');
      const column = quoted(target.parts.at(-1) as Name, this.place.to);
      return { kind: 'assignment', column, value: this.#printed(assigned.value) };
    }
    const guarded = condition === undefined ? undefined : guardedChange(action.sql, condition, this.place.from);
    return {
      kind: 'change',
      sql: this.#change(action.sql),
      guarded: guarded === undefined ? undefined : this.#change(guarded),
    };
  }

  #change(sql: string): string {
    const made = this.#translated(sql, 'step');
    const [only, ...others] = made.statements;
    if (only === undefined || others.length > 0) throw refused('Several statements.');
    return only;
  }

  /** Whole rows that are compared are compared by each of their columns: PostgreSQL alone has them as values. */
  #whole(condition: string): string {
    return condition
      .replace(ROW_IN_PARENTHESES, '$1.*')
      .replace(WHOLE_ROWS, (_, first: string, not: string | undefined, second: string) => {
        const { columns, from } = this.place;
        if (columns.length === 0) throw refused('The columns of the row are not known.');
        const each = columns.map((value) => {
          const column = quoted({ kind: 'name', value, quoted: true, span: this.trigger.span }, from);
          return `${first}.${column} IS DISTINCT FROM ${second}.${column}`;
        });
        return `${not === undefined ? '' : 'NOT '}(${each.join(' OR ')})`;
      });
  }

  #carrying(condition: string): Expression {
    const made = this.#translated(`DELETE FROM ${this.#table()} WHERE ${condition}`).tree;
    if (made.kind !== 'delete' || made.where === undefined) throw refused('No condition.');
    return made.where;
  }

  /** New values are those of an UPDATE. */
  #update(assignment: string): Extract<Statement, { kind: 'update' }> {
    const made = this.#translated(`UPDATE ${this.#table()} SET ${assignment}`).tree;
    if (made.kind !== 'update') throw refused('No plain UPDATE.');
    return made;
  }

  /** The trigger's table, in the source's own words. */
  #table(): string {
    return this.trigger.table.parts.map((part) => quoted(part, this.place.from)).join('.');
  }

  #translated(sql: string, role: 'step' | 'carrier' = 'carrier'): TranslatedStatement {
    const { from, to } = this.place;
    const tree = parseStatement(sql, from);
    if (to.name === 'MYSQL' && role === 'step' && this.#isOwnChange(tree))
      throw refused('A trigger changes no other rows of its own table in the target.');
    return this.place.translate(withRowNames(tree, this.place), sql);
  }

  /** Whether a step of the body changes the table that the trigger is of. */
  #isOwnChange(tree: Statement): boolean {
    const own = this.trigger.table.parts.at(-1)?.value.toLowerCase();
    const { written } = analyse(tree, this.place.from).tables;
    return written.some((path) => partsOfPath(path).at(-1)?.toLowerCase() === own);
  }

  #printed(expression: Expression): string {
    return printed(expression, this.place.to);
  }
}

/** PostgreSQL's rows as a whole: `OLD.* IS DISTINCT FROM NEW.*`, `OLD IS NOT DISTINCT FROM NEW`. */
const WHOLE_ROWS =
  /\b(OLD|NEW)(?:\s*\.\s*\*)?\s+IS\s+(NOT\s+)?DISTINCT\s+FROM\s+(OLD|NEW)\b(?!\s*\.\s*["\w])(?:\s*\.\s*\*)?/gi;
const ROW_IN_PARENTHESES = /\(\s*(OLD|NEW)\s*\.\s*\*\s*\)/gi;

/** Functions that give the same of what they gave. */
const SAME_TWICE = /^(?:lower|upper|l?trim|rtrim)\s*\([^()]*\)$/i;

const withConditions = (action: TriggerAction, more: readonly string[]): TriggerAction => ({
  ...action,
  conditions: [...more, ...action.conditions],
});

const allOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] as string) : conditions.map((one) => `(${one})`).join(' AND ');

const textsOf = (action: TriggerAction): string[] => [
  ...action.conditions,
  ...(action.kind === 'change' ? [action.sql] : action.kind === 'assignment' ? [action.value] : []),
];

const unquoted = (name: string): string => name.slice(1, -1);

/** What a literal says; signs behind a backslash are one dialect's alone. */
function textOf(literal: string): string {
  if (literal.includes('\\') || !/^'[^]*'$|^"[^]*"$/.test(literal)) throw refused('The message is no plain text.');
  const mark = literal.charAt(0);
  return literal.slice(1, -1).replaceAll(mark + mark, mark);
}

/** The row before and after is called NEW and OLD, however it is written. */
const withRowNames = (tree: Statement, { columns, rowKey, from }: TriggerPlace): Statement =>
  rewrite<Statement>(tree, (node: Node) => {
    if (node.kind !== 'column' || node.parts.length !== 2) return node;
    const [row, column] = node.parts;
    const name = row?.value.toLowerCase();
    if (row === undefined || column === undefined || (name !== 'new' && name !== 'old')) return node;
    const isId = from.name === 'SQLITE' && isRowId(column.value, columns);
    if (isId && rowKey === undefined) throw refused('The row has no key.');
    const called = isId ? (rowKey ?? '') : column.value;
    const value = columns.find((one) => one.toLowerCase() === called.toLowerCase()) ?? called;
    const isExact = column.quoted || value !== value.toLowerCase();
    return {
      ...node,
      parts: [
        { ...row, value: name, quoted: false },
        { ...column, value, quoted: isExact },
      ],
    };
  });

/** A name in quotes, as a dialect takes what is written. */
export function quoted({ value, quoted: isQuoted }: Name, to: Dialect): string {
  const exact = isQuoted || !to.features.foldsNames ? value : value.toLowerCase();
  const mark = to.name === 'MYSQL' ? '`' : '"';
  return `${mark}${exact.replaceAll(mark, mark + mark)}${mark}`;
}
