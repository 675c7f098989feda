import { asked, type Expression, type FunctionCall } from '../../../ast/index.js';
import { text } from '../../made-nodes.js';
import type { Compose, FormRow } from '../form.js';

/** Letters beyond A to Z that have both cases, character for character: Latin, Greek, Cyrillic. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0xc0, 0x17e],
  [0x386, 0x3ce],
  [0x400, 0x45f],
];

function pairs(): readonly (readonly [upper: string, lower: string])[] {
  return RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
      .map((letter) => [letter, letter.toLowerCase()] as const)
      .filter(([upper, lower]) => upper !== lower && lower.length === 1 && lower.toUpperCase() === upper),
  );
}

const PAIRS = pairs();
const UPPER = PAIRS.map(([upper]) => upper).join('');
const LOWER = PAIRS.map(([, lower]) => lower).join('');

/** Calls whose result is compared with ASCII letters alone, to which it makes no difference what becomes of others. */
const amongAscii = new WeakSet<Expression>();

const ASCII = /^[\0-\x7f]*$/;
const isAscii = (content: string): boolean => ASCII.test(content);

/** Notes the calls whose results are compared with these literals. */
export function noteComparedCase(nodes: readonly Expression[]): void {
  const others = nodes.filter((node) => node.kind !== 'call');
  if (others.length === 0 || !others.every((node) => node.kind === 'string' && asked(node, isAscii))) return;
  for (const node of nodes) if (node.kind === 'call') amongAscii.add(node);
}

/** Whether it makes no difference what becomes of letters beyond ASCII. */
function isPlain(node: FunctionCall): boolean {
  const [value] = node.arguments;
  return amongAscii.has(node) || (value?.kind === 'string' && asked(value, isAscii));
}

/** SQLite changes A to Z alone; a walk along the text changes the other letters. */
const inSqlite =
  (called: string, from: string, to: string): Compose =>
  ({ node, values, t }) => {
    if (isPlain(node)) return t.form(`${called}($1)`, values, node);
    if (!t.isExact) {
      t.notice('RARE_VALUES', node, 'The target changes the case of the letters A to Z alone.');
      return t.form(`${called}($1)`, values, node);
    }
    return t.form(
      `CASE WHEN $1 NOT GLOB '*[^ -~]*' THEN ${called}($1) ELSE (WITH RECURSIVE _letters (_at, _made) AS (SELECT 1, ''` +
        ` UNION ALL SELECT _at + 1, _made || CASE WHEN instr($2, substr($1, _at, 1)) > 0` +
        ` THEN substr($3, instr($2, substr($1, _at, 1)), 1) ELSE ${called}(substr($1, _at, 1)) END` +
        ` FROM _letters WHERE _at <= length($1)) SELECT _made FROM _letters WHERE _at = length($1) + 1) END`,
      [...values, text(from, node.span), text(to, node.span)],
      node,
    );
  };

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** A to Z alone, as SQLite has it, one by one. */
const inMysql =
  (called: string, change: (letter: string) => readonly [string, string]): Compose =>
  ({ node, values, t }) => {
    const [made] = values as [Expression];
    if (t.source !== 'SQLITE' || isPlain(node)) return t.form(`${called}($1)`, [made], node);
    if (!t.isExact) {
      t.notice('RARE_VALUES', node, 'The source changes the case of the letters A to Z alone.');
      return t.form(`${called}($1)`, [made], node);
    }
    return LETTERS.map(change).reduce<Expression>(
      (inner, [from, to]) => t.form('REPLACE($1, $2, $3)', [inner, text(from, node.span), text(to, node.span)], node),
      made,
    );
  };

/** Under the collation "C" PostgreSQL knows the letters A to Z alone. */
const inPostgresql =
  (called: string): Compose =>
  ({ node, values, t }) => {
    return t.form(
      t.source === 'SQLITE' && !isPlain(node) ? `${called}($1 COLLATE "C")` : `${called}($1)`,
      values,
      node,
    );
  };

export const lowerForms: FormRow = {
  takes: 'text',
  pg: inPostgresql('lower'),
  my: inMysql('LOWER', (letter) => [letter.toUpperCase(), letter]),
  lite: inSqlite('lower', UPPER, LOWER),
};

export const upperForms: FormRow = {
  takes: 'text',
  pg: inPostgresql('upper'),
  my: inMysql('UPPER', (letter) => [letter, letter.toUpperCase()]),
  lite: inSqlite('upper', LOWER, UPPER),
};
