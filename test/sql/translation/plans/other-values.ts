import fc from 'fast-check';
import { expect } from 'vitest';
import { DragomanError } from '../../../../src/errors/index.js';
import {
  analyse,
  dialects,
  parseStatement,
  Plans,
  translateStatement,
  type Analysis,
  type Catalogue,
  type DialectName,
  type Direction,
  type PlannedTranslation,
  type PlannedWish,
  type Statement,
} from '../../../../src/sql/index.js';
import { shapeOf } from '../../../../src/sql/translate/plans/shape.js';
import { CORPUS } from '../corpus/index.js';

const SEED = 20_261_127;

/** A statement of the corpus, where it is translated to, and for each of its values which other one takes its place. */
interface Varied {
  readonly sql: string;
  readonly direction: Direction;
  readonly rules: PlannedWish['rules'];
  readonly choices: readonly number[];
}

const STATEMENTS = CORPUS.flatMap(([, dialect, cases]) => cases.map(({ sql }) => [dialect, sql] as const));
const NAMES = Object.keys(dialects) as DialectName[];

const varied: fc.Arbitrary<Varied> = fc
  .record({
    at: fc.nat(STATEMENTS.length - 1),
    to: fc.nat(1),
    rules: fc.constantFrom<PlannedWish['rules'][]>({}, {}, { fidelity: 'IDIOMATIC' }, { textComparison: 'SOURCE' }),
    choices: fc.array(fc.nat(40), { maxLength: 30 }),
  })
  .map(({ at, to, rules, choices }) => {
    const [from, sql] = STATEMENTS[at] as (typeof STATEMENTS)[number];
    const target = NAMES.filter((name) => name !== from)[to] as DialectName;
    return { sql, direction: { from: dialects[from], to: dialects[target] }, rules, choices };
  });

const STRINGS = `'' 'a' 'Zebra_and_more_text_than_there_was_before_it' '2024-02-29' '2024-02-30' '2024-03-01' '12' ' x '
 'it''s' '50%' 'é' '2024-01-31T10:11:12' '23:59:59' '$.a' '[1]' 'a_b' 'NULL' '-1.5' '%Y-%m' 'UTC' 'month'`.split(/\s+/);
const NUMBERS =
  '0 1 2 3 7 12 99 1000 2147483647 2147483648 9223372036854775807 18446744073709551615 1.5 0.0 3.14159'.split(' ');

/** The statement with other values; more than half of them stay. */
function withOtherValues({ sql, direction, choices }: Varied): string {
  const values = shapeOf(sql, direction.from)?.values ?? [];
  let text = '';
  let from = 0;
  for (const [index, { start, end }] of values.entries()) {
    const written = sql.slice(start, end);
    const others = written.startsWith("'") ? STRINGS : NUMBERS;
    text += sql.slice(from, start) + (others[choices[index] ?? others.length] ?? written);
    from = end;
  }
  return text + sql.slice(from);
}

/** What a text comes to, or why it is refused. */
export type Outcome = (PlannedTranslation & { readonly analysis: Analysis }) | { readonly refused: string };

/** How a text is translated. */
type Way = Pick<Varied, 'direction' | 'rules'>;

export function afresh(sql: string, { direction, rules }: Way, catalogue?: Catalogue): Outcome {
  return outcome(() => {
    const tree = parseStatement(sql, direction.from);
    const analysis = analyse(tree, direction.from);
    const { tree: _, ...made } = translateStatement(tree, sql, direction, { ...rules, catalogue });
    return { ...made, analysis };
  }) as Outcome;
}

/** The same by what is planned, undefined where no plan is made. */
export function byPlan(
  sql: string,
  { direction, rules }: Way,
  plans: Plans<Analysis>,
  catalogue?: Catalogue,
): Outcome | undefined {
  const wish = { sql, direction, rules };
  const read = (text: string): Statement => parseStatement(text, direction.from);
  const tell = (tree: Statement): Analysis => analyse(tree, direction.from);
  return outcome(() => {
    const found = plans.find(wish) ?? plans.learn(wish, { read, tell, catalogue });
    if (found === undefined) return undefined;
    const { beside, ...made } = found;
    return { ...made, analysis: beside };
  });
}

/** An error is an outcome as well: of statements that no engine takes other errors than refusals, too. */
function outcome(work: () => Outcome | undefined): Outcome | undefined {
  try {
    return work();
  } catch (error) {
    return { refused: error instanceof DragomanError ? `${error.code} ${error.message}` : String(error) };
  }
}

/** Says of so many statements with other values by their plans what is said of them afresh, to the character. */
export function expectSaidAlike(numRuns: number): void {
  fc.assert(
    fc.property(varied, (one) => {
      const plans = new Plans<Analysis>();
      for (const sql of [one.sql, one.sql, withOtherValues(one)]) {
        const made = byPlan(sql, one, plans);
        if (made !== undefined) expect(made).toEqual(afresh(sql, one));
      }
    }),
    { numRuns, seed: SEED },
  );
}
