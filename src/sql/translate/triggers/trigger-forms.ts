import { quotedString } from '../../dialects/quoted.js';
import type { Name } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';

/** A trigger in the words of the target. */
export interface MadeTrigger {
  readonly name: Name;
  readonly table: string;
  readonly timing: string;
  readonly events: readonly { readonly event: string; readonly columns: readonly string[] }[];
  readonly actions: readonly MadeAction[];
  /** Whether several statements may stand in one body. */
  readonly blocks: boolean;
}
export interface MadeAction {
  readonly condition: string | undefined;
  readonly does:
    | { readonly kind: 'assignment'; readonly column: string; readonly value: string }
    /** The change, and the same where it is made on the condition alone, which has no form for some. */
    | { readonly kind: 'change'; readonly sql: string; readonly guarded: string | undefined }
    | { readonly kind: 'refusal'; readonly message: string };
}
export type Quote = (name: Name) => string;

/** What makes a trigger, and what drops it. */
export interface WrittenTrigger {
  readonly made: readonly string[];
  readonly dropped: readonly string[];
}

/** How each target writes a trigger; undefined where it has none such. */
export const FORMS: Readonly<Record<DialectName, (made: MadeTrigger, quote: Quote) => WrittenTrigger | undefined>> = {
  POSTGRESQL: inPostgresql,
  MYSQL: inMysql,
  SQLITE: inSqlite,
};

/** Actions that follow each other on one condition. */
function groups(actions: readonly MadeAction[]): { condition: string | undefined; actions: MadeAction[] }[] {
  const made: { condition: string | undefined; actions: MadeAction[] }[] = [];
  for (const action of actions) {
    const last = made.at(-1);
    if (last !== undefined && last.condition === action.condition) last.actions.push(action);
    else made.push({ condition: action.condition, actions: [action] });
  }
  return made;
}

function blockOf(actions: readonly MadeAction[], step: (one: MadeAction['does']) => string): string {
  return groups(actions)
    .map(({ condition, actions: some }) => {
      const steps = some.map(({ does }) => step(does)).join(' ');
      return condition === undefined ? steps : `IF ${condition} THEN ${steps} END IF;`;
    })
    .join(' ');
}

function inPostgresql({ name, table, timing, events, actions }: MadeTrigger, quote: Quote): WrittenTrigger {
  const own = quote({ ...name, value: `${table.replaceAll('"', '')}_${name.value}`, quoted: true });
  const steps = blockOf(actions, (one) => {
    if (one.kind === 'change') return `${one.sql};`;
    if (one.kind === 'assignment') return `NEW.${one.column} := ${one.value};`;
    return `RAISE EXCEPTION ${quotedString(one.message.replaceAll('%', '%%'))};`;
  });
  const isOld = timing === 'BEFORE' && events.every(({ event }) => event === 'DELETE');
  const back = timing === 'AFTER' ? 'NULL' : isOld ? 'OLD' : 'NEW';
  const when = events.map(({ event, columns }) => event + (columns.length === 0 ? '' : ` OF ${columns.join(', ')}`));
  return {
    made: [
      `CREATE OR REPLACE FUNCTION ${own}() RETURNS trigger LANGUAGE plpgsql AS $trigger$ BEGIN ${steps} RETURN ${back}; END $trigger$`,
      `CREATE TRIGGER ${quote(name)} ${timing} ${when.join(' OR ')} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${own}()`,
    ],
    dropped: [`DROP TRIGGER IF EXISTS ${quote(name)} ON ${table}`, `DROP FUNCTION IF EXISTS ${own}()`],
  };
}

/** Triggers of one name, each with a statement of its own. */
function named(
  base: string,
  { name, events }: MadeTrigger,
  bodies: readonly string[],
  quote: Quote,
): { readonly event: MadeTrigger['events'][number]; readonly own: string; readonly body: string }[] {
  const count = bodies.length * events.length;
  return events.flatMap((event) =>
    bodies.map((body, index) => {
      const apart = `${base}_${event.event.toLowerCase()}${index === 0 ? '' : `_${index + 1}`}`;
      return { event, own: quote({ ...name, value: count === 1 ? base : apart, quoted: true }), body };
    }),
  );
}

const written = (triggers: readonly { readonly own: string; readonly sql: string }[]): WrittenTrigger => ({
  made: triggers.map(({ sql }) => sql),
  dropped: triggers.map(({ own }) => `DROP TRIGGER IF EXISTS ${own}`),
});

function inMysql(made: MadeTrigger, quote: Quote): WrittenTrigger | undefined {
  const { name, table, timing, events, actions, blocks } = made;
  if (timing === 'INSTEAD OF' || events.some(({ columns }) => columns.length > 0)) return undefined;
  const bodies = blocks ? [mysqlBlock(actions)] : mysqlSteps(actions);
  if (bodies === undefined) return undefined;
  // triggers are named in the schema, as tables are
  return written(
    named(name.value, made, bodies, quote).map(({ event, own, body }) => ({
      own,
      sql: `CREATE TRIGGER ${own} ${timing} ${event.event} ON ${table} FOR EACH ROW ${body}`,
    })),
  );
}

function mysqlBlock(actions: readonly MadeAction[]): string {
  const step = (one: MadeAction['does']): string => {
    if (one.kind === 'change') return `${one.sql};`;
    if (one.kind === 'assignment') return `SET NEW.${one.column} = ${one.value};`;
    return `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = ${quotedString(one.message.replaceAll('\\', '\\\\'))};`;
  };
  const [only, ...others] = actions;
  if (only !== undefined && others.length === 0 && only.condition === undefined) return step(only.does).slice(0, -1);
  return `BEGIN ${blockOf(actions, step)} END`;
}

/** A body of several statements would need another delimiter: each is a trigger of its own, and a condition is a value's. */
function mysqlSteps(actions: readonly MadeAction[]): string[] | undefined {
  const values: string[] = [];
  const changes: string[] = [];
  for (const { condition, does } of actions) {
    if (does.kind === 'refusal') return undefined;
    if (does.kind === 'assignment') {
      const { column, value } = does;
      const own = condition === undefined ? value : `CASE WHEN ${condition} THEN ${value} ELSE NEW.${column} END`;
      values.push(`NEW.${column} = ${own}`);
    } else {
      const sql = condition === undefined ? does.sql : does.guarded;
      if (sql === undefined) return undefined;
      changes.push(sql);
    }
  }
  return [...(values.length === 0 ? [] : [`SET ${values.join(', ')}`]), ...changes];
}

function inSqlite(made: MadeTrigger, quote: Quote): WrittenTrigger | undefined {
  const { name, table, timing, actions } = made;
  const assigns = actions.some(({ does }) => does.kind === 'assignment');
  if (assigns && timing !== 'BEFORE') return undefined;
  const [{ condition } = { condition: undefined }] = actions;
  const isOne = actions.every((one) => one.condition === condition);
  const steps = actions.map((one) => sqliteStep(one, table, isOne));
  if (!steps.every((step) => step !== undefined)) return undefined;
  const when = condition === undefined || !isOne ? '' : ` WHEN ${condition}`;
  return written(
    named(name.value, made, [`BEGIN ${steps.join(' ')} END`], quote).map(({ event: { event, columns }, own, body }) => {
      const of = columns.length === 0 ? '' : ` OF ${columns.join(', ')}`;
      const head = `CREATE TRIGGER ${own} ${assigns ? 'AFTER' : timing} ${event}${of}`;
      return { own, sql: `${head} ON ${table} FOR EACH ROW${when} ${body}` };
    }),
  );
}

/** A step on its condition, which is the trigger's own where all have one. */
function sqliteStep({ condition, does }: MadeAction, table: string, isTriggers: boolean): string | undefined {
  const own = isTriggers ? undefined : condition;
  if (does.kind === 'refusal')
    return `SELECT RAISE(ABORT, ${quotedString(does.message)})${own === undefined ? '' : ` WHERE ${own}`};`;
  if (does.kind === 'assignment') {
    const where = own === undefined ? '' : ` AND (${own})`;
    return `UPDATE ${table} SET ${does.column} = ${does.value} WHERE rowid = NEW.rowid${where};`;
  }
  const sql = own === undefined ? does.sql : does.guarded;
  return sql === undefined ? undefined : `${sql};`;
}
