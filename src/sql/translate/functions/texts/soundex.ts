/**
 * SOUNDEX of MySQL, of any length: letters by groups of what sounds alike, without vowels, and a group once in a row.
 * Signs that are no letters are passed by; a letter that is none of A to Z sounds like a vowel.
 * https://dev.mysql.com/doc/refman/8.4/en/string-functions.html#function_soundex
 */
import { inSource } from '../../in-source.js';
import type { FormTable } from '../form.js';
import type { Translator } from '../../translator.js';
import type { Expression, Node } from '../../../ast/index.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The group of each of them, 0 for those that are not heard. */
const GROUPS = '01230120022455012623010202';
/** The first letter beyond ASCII. */
const FIRST_FOREIGN = 192;

/** What was written is the first letter, and groups behind it; four of both at least. */
const IN_POSTGRESQL =
  `(SELECT CASE WHEN _letters = '' THEN '' ELSE rpad(_sound, GREATEST(4, length(_sound)), '0') END FROM ` +
  `(SELECT _letters, translate(left(_letters, 1), '${LETTERS.toLowerCase()}', '${LETTERS}') || ` +
  `substr(regexp_replace(replace(_groups, '0', ''), '(.)\\1+', '\\1', 'g'), CASE WHEN left(_groups, 1) = '0' THEN 1 ELSE 2 END) AS _sound FROM ` +
  `(SELECT _letters, regexp_replace(translate(upper(_letters COLLATE "C"), '${LETTERS}', '${GROUPS}'), '[^0-9]', '0', 'g') AS _groups FROM ` +
  `(SELECT regexp_replace($1, '[^A-Za-z\\u00C0-\\uFFFF]', '', 'g') AS _letters) AS _written) AS _grouped) AS _heard WHERE $1 IS NOT NULL)`;

const LETTER = 'upper(substr($1, _at, 1))';
const IS_LETTER = `(${LETTER} BETWEEN 'A' AND 'Z' OR unicode(${LETTER}) >= ${FIRST_FOREIGN})`;
const GROUP = `CASE WHEN ${LETTER} BETWEEN 'A' AND 'Z' THEN substr('${GROUPS}', unicode(${LETTER}) - 64, 1) ELSE '0' END`;

const IN_SQLITE =
  `(WITH RECURSIVE _walk (_at, _made, _last) AS (SELECT 1, '', '' UNION ALL SELECT _at + 1, ` +
  `CASE WHEN NOT ${IS_LETTER} THEN _made WHEN _made = '' THEN ${LETTER} WHEN ${GROUP} IN ('0', _last) THEN _made ELSE _made || ${GROUP} END, ` +
  `CASE WHEN NOT ${IS_LETTER} OR _made <> '' AND ${GROUP} = '0' THEN _last ELSE ${GROUP} END ` +
  `FROM _walk WHERE _at <= length($1)) ` +
  `SELECT CASE WHEN _made = '' THEN '' ELSE substr(_made || '000', 1, MAX(4, length(_made))) END FROM _walk WHERE _at = length($1) + 1)`;

export const soundForms: FormTable = {
  soundex_of_any_length: { takes: 'text', pg: IN_POSTGRESQL, lite: IN_SQLITE },
};

/** `a SOUNDS LIKE b`. */
export const soundsLike = (left: Expression, right: Expression, at: Node, t: Translator): Expression =>
  inSource('SOUNDEX($1) = SOUNDEX($2)', [left, right], at, t);
