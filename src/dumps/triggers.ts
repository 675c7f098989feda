import { DragomanError } from '../errors/index.js';
import {
  analyse,
  parseStatement,
  rewrite,
  printed,
  type Dialect,
  type DialectName,
  type Expression,
  type Name,
  type Node,
  type Statement,
  type TranslatedStatement,
} from '../sql/index.js';
import { keyOfPath } from './names.js';
import { ownValues } from './own-row-changes.js';
import { isRowId } from './row-ids.js';
import { triggerBody, type TriggerAction, type TriggerBody } from './trigger-bodies.js';
import type { TriggerFunctions } from './trigger-functions.js';

type Trigger = Extract<Statement, { kind: 'create-trigger' }>;
type Translate = (tree: Statement, text: string) => TranslatedStatement;

/** A trigger in the words of the target. */
interface MadeTrigger {
  readonly name: Name;
  readonly table: string;
  readonly timing: string;
  readonly events: readonly { readonly event: string; readonly columns: readonly string[] }[];
  readonly condition: string | undefined;
  readonly actions: readonly MadeAction[];
}
type MadeAction =
  | { readonly kind: 'assignment'; readonly column: string; readonly value: string }
  | { readonly kind: 'change'; readonly sql: string };

/** Of what a trigger is translated. */
export interface TriggerPlace {
  readonly from: Dialect;
  readonly to: Dialect;
  /** Of PostgreSQL's. */
  readonly functions: TriggerFunctions | undefined;
  readonly translate: Translate;
  /** The columns of the trigger's table, as they are called. */
  readonly columns: readonly string[];
  /** The column that SQLite finds its rows by. */
  readonly rowKey?: string | undefined;
}

/**
 * A trigger that gives new values or changes other rows, in the target's own form.
 *
 * @returns undefined where it does more than that, or where the target has no such trigger
 */
export function translatedTrigger(trigger: Trigger, place: TriggerPlace): readonly string[] | undefined {
  const body = bodyOf(trigger, place);
  if (body === undefined || trigger.clauses !== undefined || trigger.timing === undefined) return undefined;
  if (place.from.name === 'POSTGRESQL' && trigger.level !== 'ROW') return undefined;
  try {
    const made = new TriggerMaker(trigger, body, place).make();
    return FORMS[place.to.name](made, (name) => quoted(name, place.to));
  } catch (error) {
    // what it does has no translation: then it has none itself
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}

const CALLED = /^EXECUTE\s+(?:FUNCTION|PROCEDURE)\s+([^\s(]+)\s*\(\s*\)$/i;

function bodyOf({ body: { text } }: Trigger, { from, functions }: TriggerPlace): TriggerBody | undefined {
  if (from.name !== 'POSTGRESQL') return triggerBody(text.trim(), from);
  const called = CALLED.exec(text.trim())?.[1];
  return called === undefined ? undefined : functions?.bodyOf(called);
}

class TriggerMaker {
  constructor(
    private readonly trigger: Trigger,
    private readonly body: TriggerBody,
    private readonly place: TriggerPlace,
  ) {}

  make(): MadeTrigger {
    const { trigger } = this;
    const { body, events } = withoutOperation(this.body, trigger.events);
    const given = this.#given();
    const conditions = [
      ...(trigger.when === undefined ? [] : [this.#condition(trigger.when)]),
      ...(body.condition === undefined ? [] : [this.#conditionOf(body.condition)]),
    ];
    return {
      name: trigger.name.parts.at(-1) as Name,
      table: quoted(trigger.table.parts.at(-1) as Name, this.place.to),
      // values are given before the row is kept
      timing: given === undefined ? (trigger.timing ?? 'AFTER') : 'BEFORE',
      events: events.map(({ event, columns }) => ({
        event,
        columns: columns.map((column) => quoted(column, this.place.to)),
      })),
      condition: conditions.length === 0 ? undefined : conditions.map((one) => `(${one})`).join(' AND '),
      actions: (given ?? body.actions).map((action) => this.#action(action)),
    };
  }

  /**
   * The values that SQLite’s trigger gives to its own row by changing it once more, which would fire triggers of the
   * others again; undefined where it does anything else. An INSERT is left as it is: SQLite fires triggers of UPDATE then.
   */
  #given(): TriggerAction[] | undefined {
    const { trigger, body, place } = this;
    const { from: dialect, columns, rowKey } = place;
    const isOfUpdate = trigger.events.every(({ event }) => event === 'UPDATE');
    if (dialect.name !== 'SQLITE' || trigger.timing !== 'AFTER' || !isOfUpdate) return undefined;
    const steps = body.actions.flatMap((action) =>
      action.kind === 'change' ? [parseStatement(action.sql, dialect)] : [],
    );
    const given = steps.map((step) => ownValues(step, { trigger, columns, rowKey, dialect }));
    if (given.every((values) => values !== undefined)) return given.flat();
    if (steps.some((step) => this.#isOwnChange(step)))
      throw new DragomanError('UNTRANSLATABLE', 'The trigger would fire itself in the target.');
    return undefined;
  }

  #action(action: TriggerAction): MadeAction {
    if (action.kind === 'change') {
      const made = this.#translated(action.sql, 'step');
      const [only, ...others] = made.statements;
      if (only === undefined || others.length > 0) throw new DragomanError('UNTRANSLATABLE', 'Several statements.');
      return { kind: 'change', sql: only };
    }
    const [assigned] = this.#update(`${action.column} = ${action.value}`).set;
    const target = assigned?.targets[0];
    if (assigned === undefined || target?.kind !== 'column')
      throw new DragomanError('UNTRANSLATABLE', 'No column is assigned.');
    const column = quoted(target.parts.at(-1) as Name, this.place.to);
    return { kind: 'assignment', column, value: this.#printed(assigned.value) };
  }

  #conditionOf(sql: string): string {
    return this.#printed(this.#carrying(sql));
  }

  #condition(tree: Expression): string {
    return this.#conditionOf(printed(tree, this.place.from));
  }

  #carrying(condition: string): Expression {
    const made = this.#translated(`DELETE FROM ${this.#table()} WHERE ${condition}`).tree;
    if (made.kind !== 'delete' || made.where === undefined) throw new DragomanError('UNTRANSLATABLE', 'No condition.');
    return made.where;
  }

  /** New values are those of an UPDATE. */
  #update(assignment: string): Extract<Statement, { kind: 'update' }> {
    const made = this.#translated(`UPDATE ${this.#table()} SET ${assignment}`).tree;
    if (made.kind !== 'update') throw new DragomanError('UNTRANSLATABLE', 'No plain UPDATE.');
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
      throw new DragomanError('UNTRANSLATABLE', 'A trigger changes no other rows of its own table in the target.');
    return this.place.translate(withRowNames(tree, this.place), sql);
  }

  /** Whether a step of the body changes the table that the trigger is of. */
  #isOwnChange(tree: Statement): boolean {
    const own = this.trigger.table.parts.at(-1)?.value.toLowerCase();
    const { written } = analyse(tree, this.place.from).tables;
    return written.some((path) => keyOfPath(path) === own);
  }

  #printed(expression: Expression): string {
    return printed(expression, this.place.to);
  }
}

/** The row before and after is called NEW and OLD, however it is written. */
const withRowNames = (tree: Statement, { columns, rowKey, from }: TriggerPlace): Statement =>
  rewrite<Statement>(tree, (node: Node) => {
    if (node.kind !== 'column' || node.parts.length !== 2) return node;
    const [row, column] = node.parts;
    const name = row?.value.toLowerCase();
    if (row === undefined || column === undefined || (name !== 'new' && name !== 'old')) return node;
    const isId = from.name === 'SQLITE' && isRowId(column.value, columns);
    if (isId && rowKey === undefined) throw new DragomanError('UNTRANSLATABLE', 'The row has no key.');
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
function quoted({ value, quoted: isQuoted }: Name, to: Dialect): string {
  const exact = isQuoted || !to.features.foldsNames ? value : value.toLowerCase();
  const mark = to.name === 'MYSQL' ? '`' : '"';
  return `${mark}${exact.replaceAll(mark, mark + mark)}${mark}`;
}

const OF_OPERATION = /^\(*\s*TG_OP\s*=\s*'(INSERT|UPDATE|DELETE)'\s*\)*$/i;
const TRIGGER_VARIABLE = /\bTG_[A-Z]+\b/i;

/**
 * What a function of PostgreSQL's does on one event alone is a trigger of that event. Its other variables have no counterpart.
 * https://www.postgresql.org/docs/current/plpgsql-trigger.html
 */
function withoutOperation(
  body: TriggerBody,
  events: Trigger['events'],
): { body: TriggerBody; events: Trigger['events'] } {
  const operation = OF_OPERATION.exec(body.condition ?? '')?.[1]?.toUpperCase();
  const made =
    operation === undefined
      ? { body, events }
      : {
          body: { ...body, condition: undefined },
          events: events.filter(({ event }) => event === operation),
        };
  const written = [
    made.body.condition ?? '',
    ...made.body.actions.map((one) => (one.kind === 'change' ? one.sql : one.value)),
  ];
  if (made.events.length === 0 || written.some((sql) => TRIGGER_VARIABLE.test(sql)))
    throw new DragomanError('UNTRANSLATABLE', 'The trigger asks for what it was fired by.');
  return made;
}

type Quote = (name: Name) => string;

/** How each target writes a trigger; undefined where it has none such. */
const FORMS: Readonly<Record<DialectName, (made: MadeTrigger, quote: Quote) => readonly string[] | undefined>> = {
  POSTGRESQL: (made, quote) => inPostgresql(made, quote),
  MYSQL: (made, quote) => inMysql(made, quote),
  SQLITE: (made, quote) => inSqlite(made, quote),
};

function inPostgresql({ name, table, timing, events, condition, actions }: MadeTrigger, quote: Quote): string[] {
  const own = quote({ ...name, value: `${table.replaceAll('"', '')}_${name.value}`, quoted: true });
  const written = actions
    .map((one) => (one.kind === 'change' ? `${one.sql};` : `NEW.${one.column} := ${one.value};`))
    .join(' ');
  const steps = condition === undefined ? written : `IF ${condition} THEN ${written} END IF;`;
  const isOld = timing === 'BEFORE' && events.every(({ event }) => event === 'DELETE');
  const back = timing === 'AFTER' ? 'NULL' : isOld ? 'OLD' : 'NEW';
  const when = events.map(({ event, columns }) => event + (columns.length === 0 ? '' : ` OF ${columns.join(', ')}`));
  return [
    `CREATE OR REPLACE FUNCTION ${own}() RETURNS trigger LANGUAGE plpgsql AS $trigger$ BEGIN ${steps} RETURN ${back}; END $trigger$`,
    `CREATE TRIGGER ${quote(name)} ${timing} ${when.join(' OR ')} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${own}()`,
  ];
}

/** A body of several statements would need another delimiter: each is a trigger of its own, and a condition is a value's. */
function inMysql({ name, table, timing, events, condition, actions }: MadeTrigger, quote: Quote): string[] | undefined {
  const assigned = actions.flatMap((one) => (one.kind === 'assignment' ? [one] : []));
  const changes = actions.flatMap((one) => (one.kind === 'change' ? [one.sql] : []));
  if (timing === 'INSTEAD OF' || events.some(({ columns }) => columns.length > 0)) return undefined;
  if (condition !== undefined && changes.length > 0) return undefined;
  const values = assigned.map(({ column, value }) =>
    condition === undefined
      ? `NEW.${column} = ${value}`
      : `NEW.${column} = CASE WHEN ${condition} THEN ${value} ELSE NEW.${column} END`,
  );
  const bodies = [...(values.length === 0 ? [] : [`SET ${values.join(', ')}`]), ...changes];
  const count = bodies.length * events.length;
  // triggers are named in the schema, as tables are
  const base = `${table.replaceAll('`', '')}_${name.value}`;
  return events.flatMap(({ event }) =>
    bodies.map((body, index) => {
      const own = count === 1 ? base : `${base}_${event.toLowerCase()}${index === 0 ? '' : `_${index + 1}`}`;
      return `CREATE TRIGGER ${quote({ ...name, value: own })} ${timing} ${event} ON ${table} FOR EACH ROW ${body}`;
    }),
  );
}

function inSqlite(
  { name, table, timing, events, condition, actions }: MadeTrigger,
  quote: Quote,
): string[] | undefined {
  const assigns = actions.some(({ kind }) => kind === 'assignment');
  // a row without a value that is to be given would be refused before
  if (assigns && (timing !== 'BEFORE' || events.some(({ event }) => event !== 'UPDATE'))) return undefined;
  const steps = actions.map((one) =>
    one.kind === 'change' ? `${one.sql};` : `UPDATE ${table} SET ${one.column} = ${one.value} WHERE rowid = NEW.rowid;`,
  );
  const when = condition === undefined ? '' : ` WHEN ${condition}`;
  const base = `${table.replaceAll('"', '')}_${name.value}`;
  return events.map(({ event, columns }) => {
    const own = events.length === 1 ? base : `${base}_${event.toLowerCase()}`;
    const of = columns.length === 0 ? '' : ` OF ${columns.join(', ')}`;
    const head = `CREATE TRIGGER ${quote({ ...name, value: own, quoted: true })} ${assigns ? 'AFTER' : timing} ${event}${of}`;
    return `${head} ON ${table} FOR EACH ROW${when} BEGIN ${steps.join(' ')} END`;
  });
}
