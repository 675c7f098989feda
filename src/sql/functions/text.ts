import type { FunctionRow, ReturnRule } from './function-row.js';
import { byType, NULL_FOR_ERRORS, perDialect, TRUTH } from './return-rules.js';
import { each, pure } from './row-builders.js';

const ASCII_CASE = 'SQLite folds the letters A to Z alone.';
const COLLATION = 'MySQL compares by the collation of its arguments, the others character by character.';

/** Many of these take bytes as well, and answer with bytes then. */
const TEXT_OR_BYTES = byType(0, { BINARY: 'BINARY' }, 'TEXT');
/** SQLite makes texts of them here. */
const TEXT_OR_BYTES_BUT_SQLITE = perDialect<ReturnRule>(TEXT_OR_BYTES, TEXT_OR_BYTES, 'TEXT');
/** PostgreSQL's lower and upper are the bounds of a range as well, whose type nobody can tell from OTHER. */
const TEXT_OR_BOUND = perDialect<ReturnRule>(byType(0, { OTHER: 'OTHER' }, 'TEXT'), 'TEXT', 'TEXT');
/** PostgreSQL's length is that of a line as well, a FLOAT. */
const LENGTH = perDialect<ReturnRule>(byType(0, { OTHER: 'OTHER' }, 'INTEGER'), 'INTEGER', 'INTEGER');

/** Text that several dialects know. */
const shared: readonly FunctionRow[] = [
  pure('char_length', LENGTH, 'STRICT', {
    pg: 'char_length/1 character_length/1 length/1',
    my: 'char_length/1 character_length/1',
    lite: 'length/1',
  }),
  pure('octet_length', 'INTEGER', 'STRICT', {
    pg: 'octet_length/1',
    my: 'octet_length/1 length/1 lengthb/1',
    lite: 'octet_length/1',
  }),
  pure('bit_length', 'INTEGER', 'STRICT', { pg: 'bit_length/1', my: 'bit_length/1' }),
  pure(
    'lower',
    TEXT_OR_BOUND,
    'STRICT',
    { pg: 'lower/1', my: 'lower/1 lcase/1', lite: 'lower/1' },
    { caveat: ASCII_CASE },
  ),
  pure(
    'upper',
    TEXT_OR_BOUND,
    'STRICT',
    { pg: 'upper/1', my: 'upper/1 ucase/1', lite: 'upper/1' },
    { caveat: ASCII_CASE },
  ),
  pure('concat_without_nulls', 'TEXT', 'NEVER', { pg: 'concat/1+', lite: 'concat/1+' }),
  pure('concat_strict', byType('ALL', { BINARY: 'BINARY' }, 'TEXT'), 'STRICT', { my: 'concat/1+' }),
  // NULL if the separator is; other NULLs are left out.
  pure('concat_with_separator', 'TEXT', 'MAY', { pg: 'concat_ws/2+', my: 'concat_ws/2+', lite: 'concat_ws/2+' }),
  pure('trim', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'btrim/1 trim/1', my: 'trim/1', lite: 'trim/1' }),
  pure('trim_start', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'ltrim/1', my: 'ltrim/1', lite: 'ltrim/1' }),
  pure('trim_end', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'rtrim/1', my: 'rtrim/1', lite: 'rtrim/1' }),
  // PostgreSQL and SQLite take off any of the characters, MySQL the text as a whole.
  pure('trim_characters', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'btrim/2 trim/2', lite: 'trim/2' }),
  pure('trim_characters_start', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'ltrim/2', lite: 'ltrim/2' }),
  pure('trim_characters_end', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'rtrim/2', lite: 'rtrim/2' }),
  pure('trim_text', TEXT_OR_BYTES, 'STRICT', { my: 'trim/2' }),
  // With a start before the first character: PostgreSQL counts on leftwards, the others from the end;
  // with a start of 0, MySQL answers with nothing and SQLite with one character less.
  pure('substring_counting_leftwards', TEXT_OR_BYTES, 'STRICT', { pg: 'substr/2-3 substring/2-3' }),
  pure('substring_from_end', TEXT_OR_BYTES, 'STRICT', { my: 'substr/2-3 substring/2-3 mid/2-3' }),
  pure('substring_from_end_or_zero', TEXT_OR_BYTES, 'STRICT', { lite: 'substr/2-3 substring/2-3' }),
  // Both name the same place; they differ in which argument is searched.
  pure(
    'position_in_first',
    'INTEGER',
    'STRICT',
    { pg: 'strpos/2', my: 'instr/2', lite: 'instr/2' },
    { caveat: COLLATION },
  ),
  pure(
    'position_in_second',
    'INTEGER',
    'STRICT',
    { pg: 'position/2', my: 'position/2 locate/2' },
    { caveat: COLLATION },
  ),
  pure('position_in_second_from', 'INTEGER', 'STRICT', { my: 'locate/3' }),
  pure('replace', TEXT_OR_BYTES_BUT_SQLITE, 'STRICT', { pg: 'replace/3', my: 'replace/3', lite: 'replace/3' }),
  pure('reverse', TEXT_OR_BYTES, 'STRICT', { pg: 'reverse/1', my: 'reverse/1' }),
  // MySQL answers NULL for what would outgrow max_allowed_packet.
  pure('repeat', TEXT_OR_BYTES, NULL_FOR_ERRORS, { pg: 'repeat/2', my: 'repeat/2' }),
  pure(
    'pad_start',
    TEXT_OR_BYTES,
    NULL_FOR_ERRORS,
    { pg: 'lpad/2-3', my: 'lpad/2-3' },
    { caveat: 'For a negative length MySQL answers NULL, PostgreSQL an empty text.' },
  ),
  pure(
    'pad_end',
    TEXT_OR_BYTES,
    NULL_FOR_ERRORS,
    { pg: 'rpad/2-3', my: 'rpad/2-3' },
    { caveat: 'For a negative length MySQL answers NULL, PostgreSQL an empty text.' },
  ),
  pure(
    'left',
    TEXT_OR_BYTES,
    'STRICT',
    { pg: 'left/2', my: 'left/2' },
    { caveat: 'With a negative count PostgreSQL leaves out characters of the end, MySQL answers with nothing.' },
  ),
  pure(
    'right',
    TEXT_OR_BYTES,
    'STRICT',
    { pg: 'right/2', my: 'right/2' },
    { caveat: 'With a negative count PostgreSQL leaves out characters of the start, MySQL answers with nothing.' },
  ),
  pure(
    'code_point',
    'INTEGER',
    NULL_FOR_ERRORS,
    { pg: 'ascii/1', lite: 'unicode/1' },
    { caveat: 'Of an empty text PostgreSQL says 0, SQLite NULL.' },
  ),
  pure(
    'character_of_code',
    'TEXT',
    perDialect('STRICT', 'MAY', 'NEVER'),
    { pg: 'chr/1', my: 'chr/1', lite: 'char/1' },
    { caveat: 'PostgreSQL refuses 0.' },
  ),
  pure('soundex', 'TEXT', 'STRICT', { pg: 'soundex/1', lite: 'soundex/1' }),
  pure('soundex_of_any_length', 'TEXT', 'STRICT', { my: 'soundex/1' }),
  // Each dialect quotes in its own way.
  pure('quote_postgresql', 'TEXT', 'STRICT', { pg: 'quote_literal/1' }),
  pure('quote_mysql', 'TEXT', 'NEVER', { my: 'quote/1' }),
  pure('quote_sqlite', 'TEXT', 'NEVER', { lite: 'quote/1' }),
  pure('format_arguments', 'TEXT', 'MAY', { pg: 'format/1+' }),
  pure('format_number', 'TEXT', 'MAY', { my: 'format/2-3' }),
  pure('format_printf', 'TEXT', 'MAY', { lite: 'format printf' }),
  pure('hexadecimal_of_bytes', 'TEXT', 'NEVER', { lite: 'hex/1' }),
  pure('hexadecimal', 'TEXT', 'STRICT', { my: 'hex/1' }),
  pure('characters_of_codes', 'TEXT', 'NEVER', { lite: 'char/0 char/2+' }),
  // `char` is a type of PostgreSQL besides, and makes bytes in MySQL unless USING says of which characters.
  pure('bytes_of_codes', 'BINARY', 'NEVER', { my: 'char/1+' }),
];

const postgresql: readonly FunctionRow[] = [
  pure('length_in_encoding', 'INTEGER', 'STRICT', { pg: 'length/2' }),
  pure('starts_with', TRUTH, 'STRICT', { pg: 'starts_with/2' }),
  pure('quote_nullable', 'TEXT', 'NEVER', { pg: 'quote_nullable/1' }),
  pure('overlay', TEXT_OR_BYTES, 'STRICT', { pg: 'overlay/3-4' }),
  ...each(
    pure,
    'pg',
    'TEXT',
    'STRICT',
    `initcap/1 translate/3 split_part/3 quote_ident to_hex/1 to_bin to_oct to_ascii normalize unistr casefold
     text_concat=textcat nameconcatoid
     cash_words text_of_like_escape=like_escape similar_to_escape`,
  ),
  pure('similar_escape', 'TEXT', 'MAY', { pg: 'similar_escape' }),
  ...each(pure, 'pg', 'BOOLEAN', 'STRICT', 'is_normalized like_operator=like notlike unicode_assigned'),
  pure('parse_ident', 'ARRAY', 'STRICT', { pg: 'parse_ident' }),
  pure('string_to_array', 'ARRAY', 'MAY', { pg: 'string_to_array/2-3' }),
];

const mysql: readonly FunctionRow[] = [
  ...each(pure, 'my', 'INTEGER', 'STRICT', 'first_byte=ascii/1 first_character_code=ord/1 strcmp/2 find_in_set/2'),
  pure('field', 'INTEGER', 'NEVER', { my: 'field/2+' }),
  ...each(pure, 'my', 'TEXT', 'STRICT', 'insert/4 substring_index/3 export_set natural_sort_key to_base64/1'),
  ...each(
    pure,
    'my',
    'TEXT',
    'MAY',
    `elt/2+ make_set/2+ space/1 sformat concat_operator_oracle replace_oracle substr_oracle lpad_oracle
     rpad_oracle ltrim_oracle
     rtrim_oracle trim_oracle`,
  ),
  ...each(pure, 'my', 'BINARY', 'MAY', 'from_base64/1 weight_string'),
  // CONVERT(x USING charset) and CONVERT(x, type), which parsers turn into conversions of their own.
  pure('convert_mysql', 'TEXT', 'MAY', { my: 'convert' }),
  pure('to_number_mysql', 'DECIMAL', 'MAY', { my: 'to_number' }),
];

const sqlite: readonly FunctionRow[] = [
  pure('like_pattern_first', 'INTEGER', 'STRICT', { lite: 'like' }),
  pure('glob_pattern_first', 'INTEGER', 'STRICT', { lite: 'glob' }),
  pure('unistr_sqlite', 'TEXT', 'STRICT', { lite: 'unistr' }),
  pure('unistr_quote', 'TEXT', 'NEVER', { lite: 'unistr_quote' }),
];

/** Functions of text. */
export const textFunctions: readonly FunctionRow[] = [...shared, ...postgresql, ...mysql, ...sqlite];
