import fc from 'fast-check';
import { DragomanError } from '../../src/errors/index.js';
import {
  analyse,
  dialects,
  generate,
  parseStatement,
  tokenize,
  type DialectName,
  type Statement,
} from '../../src/sql/index.js';
import { allFixtures } from './fixtures/read-fixtures.js';
import { meaningOf } from './trees.js';

/** The same statements in every run, so that a red run is red again; `FUZZ_SEED=7 npm test` makes others. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20_261_125);

/** Texts that statements are made of, to be put where they don’t belong. */
const SCRAPS = [
  ...[
    '(',
    ')',
    ',',
    ';',
    '.',
    '*',
    "'",
    '"',
    '`',
    '[',
    ']',
    '--',
    '/*',
    '*/',
    '$$',
    '?',
    ':',
    '::',
    '@',
    '\\',
    '{',
    '}',
    '\0',
    '',
  ],
  ...[
    'SELECT',
    'FROM',
    'WHERE',
    'NOT',
    'IN',
    'AS',
    'WITH',
    'INTO',
    'ON',
    'CASE',
    'END',
    'NULL',
    'INTERVAL',
    'VALUES',
    'CAST',
  ],
  ...['1', '0x1', '1e5', "E'\\", "U&'", 'x', 'ü', '\u2028', '\ud800', '/*!50000', '/*+ a */', '%(a)s', '$1'],
];

/** A statement of the fixtures with some of its tokens dropped, doubled, swapped or replaced. */
export function mutants(dialect: DialectName): fc.Arbitrary<string> {
  const sources = allFixtures(dialect).map(({ sql }) => sql);
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert', 'cut'),
    scrap: fc.constantFrom(...SCRAPS),
  });
  return fc
    .record({ sql: fc.constantFrom(...sources), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
    .map(({ sql, changes }) => {
      const texts = tokenize(sql, dialects[dialect]).map(({ text }) => text);
      for (const { at, kind, scrap } of changes) {
        const place = at % Math.max(1, texts.length);
        if (kind === 'drop') texts.splice(place, 1);
        else if (kind === 'double') texts.splice(place, 0, texts[place] ?? '');
        else if (kind === 'swap') texts.splice(place, 2, texts[place + 1] ?? '', texts[place] ?? '');
        else if (kind === 'replace') texts.splice(place, 1, scrap);
        else if (kind === 'insert') texts.splice(place, 0, scrap);
        else texts.length = place;
      }
      return texts.join(' ');
    });
}

/** Reads, analyses, prints and reads again; throws where anything but a coded error comes of it. */
export function surviving(sql: string, name: DialectName): void {
  const dialect = dialects[name];
  let tree;
  try {
    tree = parseStatement(sql, dialect);
  } catch (error) {
    if (error instanceof DragomanError && error.details.position !== undefined) return;
    if (error instanceof DragomanError && error.code === 'REQUEST_TOO_LARGE') return;
    throw error;
  }
  analyse(tree, dialect);
  if (tree.kind === 'unknown') return;
  const printed = generate(tree, dialect);
  const again = parseStatement(printed, dialect);
  // where names don't fold, quotes around one say nothing
  const passedBy = dialect.features.foldsNames ? '' : 'quoted';
  const shown = (read: Statement): string => JSON.stringify(sorted(meaningOf(read), passedBy));
  if (shown(again) !== shown(tree)) {
    throw new Error(`It is read as another tree once it is printed:\n${sql}\n---\n${printed}`);
  }
}

/** With the keys of its objects in one order, and one of them left out. */
function sorted(value: unknown, passedBy: string): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, passedBy));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== passedBy)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner, passedBy)]),
  );
}
