import { quotedString } from '../../dialects/quoted.js';
import { DragomanError } from '../../../errors/index.js';
import { ownKey, ownName } from '../../analysis/folded-names.js';
import type { CreateTrigger, Drop, Statement } from '../../ast/index.js';
import type { CatalogueTable } from '../../catalogue.js';
import { positionAt } from '../../lexer/position.js';
import { parseStatement } from '../../parser/index.js';
import { NOTHING_TO_DO } from '../definitions/nothing-to-do.js';
import type { TranslatedTrees, TranslatedStatement, Direction } from '../translate-statement.js';
import type { FoundDifference } from '../notices.js';
import { firesOthers, quoted, translatedTrigger, TriggerFunctions } from '../triggers/index.js';

const MORE =
  'What this trigger does has no translation: values that are given, changes of rows and errors have, on conditions.';
const FIRES_OTHERS =
  'SQLite’s triggers give values by changing the row once more, which would fire the others of the table.';
const WRITE_ANEW = 'Write it anew for the target.';

type Translate = (tree: Statement, text: string) => TranslatedStatement;

/** Triggers of a script, and those that a statement makes by itself. */
export class ScriptTriggers {
  readonly #functions: TriggerFunctions;
  /** What drops each trigger that was made, by its name. */
  readonly #dropped = new Map<string, readonly string[]>();
  /** The functions that triggers call, as they are dropped. */
  readonly #called = new Set<string>();

  constructor(readonly direction: Direction) {
    this.#functions = new TriggerFunctions(direction.from);
  }

  /** Takes a statement before it is translated. */
  note(tree: Statement): void {
    this.#functions.note(tree);
    if (this.#functions.isTold(tree) && tree.kind === 'create-routine') this.#called.add(this.#own(tree.name));
  }

  /**
   * What a statement about triggers comes to; undefined for any other.
   *
   * @param tableOf what is known of a trigger's table
   */
  translated(
    tree: Statement,
    sql: string,
    tableOf: (trigger: CreateTrigger) => CatalogueTable | undefined,
    translate: Translate,
  ): TranslatedTrees | undefined {
    if (tree.kind === 'create-routine' && this.#functions.isTold(tree))
      return this.#nothing(tree, 'Its triggers say what it does.');
    if (tree.kind === 'drop' && tree.object === 'TRIGGER') return this.#drop(tree);
    if (
      tree.kind === 'drop' &&
      /^(?:FUNCTION|ROUTINE)$/.test(tree.object) &&
      tree.names.every((one) => this.#called.has(this.#own(one)))
    )
      return this.#nothing(tree, 'Its triggers say what it does.');
    return tree.kind === 'create-trigger' ? this.#create(tree, sql, tableOf(tree), translate) : undefined;
  }

  #create(tree: CreateTrigger, sql: string, table: CatalogueTable | undefined, translate: Translate): TranslatedTrees {
    const { from, to } = this.direction;
    const columns = table?.columns ?? [];
    const notices: TranslatedStatement['notices'][number][] = [];
    const made = translatedTrigger(tree, {
      from,
      to,
      functions: this.#functions,
      translate: (step, text) => {
        const one = translate(step, text);
        notices.push(...one.notices);
        return one;
      },
      columns: columns.map(({ name }) => name),
      optional: new Set(
        columns.flatMap(({ name, nullable, default: given }) =>
          nullable || (given !== undefined && given !== null) ? [name.toLowerCase()] : [],
        ),
      ),
      rowKey: rowKeyOf(table),
      blocks: true,
    });
    const refusal = (why: string): DragomanError =>
      new DragomanError('UNTRANSLATABLE', why, { position: positionAt(sql, tree.span.start), hint: WRITE_ANEW });
    if (made === undefined) throw refusal(MORE);
    if (to.name === 'SQLITE' && firesOthers(made.made, table?.texts?.slice(1) ?? [])) throw refusal(FIRES_OTHERS);
    const key = this.#own(tree.name);
    const before = tree.orReplace === true || tree.ifNotExists === true ? made.dropped.slice(0, 1) : [];
    this.#dropped.set(key, made.dropped);
    const differences = notices.map(({ code, message }): FoundDifference => ({
      code,
      span: tree.span,
      detail: message,
    }));
    return this.#trees([...before, ...made.made], differences);
  }

  #drop(tree: Drop): TranslatedTrees {
    const { from, to } = this.direction;
    const dropped = tree.names.flatMap((name) => {
      const known = this.#dropped.get(this.#own(name));
      if (known !== undefined) return known;
      const on = tree.on === undefined ? '' : `${ownName(tree.on, from)}_`;
      const own = `${on}${ownName(name, from)}`;
      if (to.name === 'POSTGRESQL') return [droppedWherever(ownName(name, from))];
      return [`DROP TRIGGER IF EXISTS ${quoted({ kind: 'name', value: own, quoted: true, span: tree.span }, to)}`];
    });
    return this.#trees(dropped, []);
  }

  #nothing(tree: Statement, detail: string): TranslatedTrees {
    return this.#trees([NOTHING_TO_DO], [{ code: 'MADE_WITH_USERS', span: tree.span, detail }]);
  }

  #trees(statements: readonly string[], differences: readonly FoundDifference[]): TranslatedTrees {
    const trees = statements.map((one) => parseStatement(one, this.direction.to));
    return { trees, main: trees.length - 1, answer: trees.length - 1, differences };
  }

  #own(name: CreateTrigger['name']): string {
    return ownKey(name, this.direction.from);
  }
}

/** PostgreSQL's triggers are dropped from their table, which the others don’t name. */
function droppedWherever(name: string): string {
  const text = quotedString(name);
  return (
    'DO $$ DECLARE own regclass; BEGIN FOR own IN SELECT tgrelid::regclass FROM pg_trigger ' +
    `WHERE tgname = ${text} AND NOT tgisinternal LOOP EXECUTE format('DROP TRIGGER %I ON %s', ${text}, own); END LOOP; END $$`
  );
}

/** What finds a row of a table that has a number for its only key. */
function rowKeyOf(table: CatalogueTable | undefined): string | undefined {
  const [key, ...others] = table?.primaryKey ?? [];
  const type = table?.columns.find(({ name }) => name === key)?.type?.type;
  return others.length === 0 && (type === 'INTEGER' || type === 'BIGINT') ? key : undefined;
}
