import type { Expression } from '../../../ast/index.js';
import { byForm, type CallPlace, type Compose, type FormTable } from '../form.js';
import { lowerForms, upperForms } from './letter-case.js';

/** A walk along the text, which is there in both cases: a letter behind a letter or a digit is a small one. */
const IN_SQLITE = `(WITH RECURSIVE _words (_at, _small, _capital, _made) AS (SELECT 1, $1, $2, '' UNION ALL
  SELECT _at + 1, _small, _capital, _made || CASE WHEN substr(' ' || _small, _at, 1) GLOB '[0-9a-z]'
    OR unicode(substr(' ' || _small, _at, 1)) BETWEEN 192 AND 8191 OR unicode(substr(' ' || _small, _at, 1)) > 12287
    THEN substr(_small, _at, 1) ELSE substr(_capital, _at, 1) END
  FROM _words WHERE _at <= length(_small)) SELECT _made FROM _words WHERE _at = length(_small) + 1)`;

const inSqlite: Compose = (place) => {
  const cases = [lowerForms.lite, upperForms.lite].map((form) => form && byForm(form, place));
  return place.t.form(IN_SQLITE, cases as Expression[], place.node);
};

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(97 + index));
const ACCENTED = Array.from({ length: 31 }, (_, index) => String.fromCodePoint(0xe0 + index)).filter(
  (letter) => letter !== 'ß' && letter !== '÷',
);

/** A letter at the start of a word, one after the other: no function there makes a letter of a match a capital. */
const inMysql: Compose = ({ node, values, t }: CallPlace) =>
  [...LETTERS, ...ACCENTED].reduce<Expression>(
    (inner, letter) =>
      t.form(`REGEXP_REPLACE($1, '(?<![[:alnum:]])${letter}', '${letter.toUpperCase()}')`, [inner], node),
    t.form('LOWER($1)', values, node),
  );

/** Words with a capital first. */
export const capitalForms: FormTable = { initcap: { takes: 'text', my: inMysql, lite: inSqlite } };
