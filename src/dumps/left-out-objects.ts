import type { DialectName } from '../sql/index.js';

/** What becomes of a statement about an object that no other engine has in the same words. */
export interface ObjectRow {
  /** Left out: of any dialect. */
  readonly from?: DialectName;
  /** Of the statement's words, with single spaces, comments left out; the group `name` is the object's. */
  readonly matches: RegExp;
  readonly what: string;
  /** What to do, as a sentence; left out where nothing is lost. */
  readonly advice?: string;
}

/** An object that a script makes and the target does not get. */
export interface LeftOutObject {
  /** As a sentence. */
  readonly why: string;
  readonly advice?: string;
}

const NAME =
  '(?<name>(?:"[^"]*"|`[^`]*`|\\[[^\\]]*\\]|[^\\s(;."`[]+)(?:\\.(?:"[^"]*"|`[^`]*`|\\[[^\\]]*\\]|[^\\s(;."`[]+))*)';
const MAKES = '^CREATE (?:OR REPLACE )?(?:DEFINER ?= ?\\S+(?: ?@ ?\\S+)? )?';
const EXISTS = '(?:IF (?:NOT )?EXISTS )?';

const creates = (kind: string): RegExp => new RegExp(`${MAKES}${kind} ${EXISTS}${NAME}`, 'i');

const AGAIN = 'Write it anew in the target’s language, or in the application.';
const RIGHTS = 'Grant rights to the target’s own users.';

/**
 * The one table of objects that are left out, by the name of each: routines and what else hangs on one engine's own
 * language. The rows of tables are the same without them.
 */
export const LEFT_OUT_OBJECTS: readonly ObjectRow[] = [
  { matches: creates('(?:AGGREGATE )?FUNCTION'), what: 'The function', advice: AGAIN },
  { matches: creates('AGGREGATE'), what: 'The aggregate', advice: 'Use an aggregate that the target has.' },
  { matches: creates('PROCEDURE'), what: 'The procedure', advice: AGAIN },
  { matches: creates('(?:CONSTRAINT |TEMP |TEMPORARY )?TRIGGER'), what: 'The trigger', advice: AGAIN },
  { from: 'POSTGRESQL', matches: creates('EVENT TRIGGER'), what: 'The event trigger', advice: AGAIN },
  { from: 'MYSQL', matches: creates('EVENT'), what: 'The event', advice: 'Run it by a scheduler of your own.' },
  { from: 'MYSQL', matches: creates('PACKAGE(?: BODY)?'), what: 'The package', advice: AGAIN },
  { from: 'MYSQL', matches: creates('SERVER'), what: 'The server', advice: 'Load the rows of what it reads.' },
  { from: 'POSTGRESQL', matches: creates('RULE'), what: 'The rule', advice: 'Write a trigger in the target.' },
  { from: 'POSTGRESQL', matches: creates('POLICY'), what: 'The policy', advice: RIGHTS },
  {
    from: 'POSTGRESQL',
    matches: creates('(?:TRUSTED )?(?:PROCEDURAL )?LANGUAGE'),
    what: 'The language',
    advice: 'Write its functions anew in the target’s language.',
  },
  {
    from: 'POSTGRESQL',
    matches: creates(
      '(?:OPERATOR(?: CLASS| FAMILY)?|CAST|COLLATION|CONVERSION|TRANSFORM|ACCESS METHOD|TEXT SEARCH [A-Z]+|FOREIGN DATA WRAPPER|SERVER|USER MAPPING FOR|PUBLICATION|SUBSCRIPTION|STATISTICS|TABLESPACE)',
    ),
    what: 'The object',
    advice: 'Look for what the target has for it.',
  },
  { from: 'POSTGRESQL', matches: /^CREATE CAST ?\(/i, what: 'A cast', advice: 'Write casts out where they are used.' },
  {
    from: 'POSTGRESQL',
    matches: creates('(?:TEMP |TEMPORARY |UNLOGGED )?SEQUENCE'),
    what: 'The sequence',
    advice: 'No column counts by it: let the application count, or add a table for it.',
  },
  {
    from: 'POSTGRESQL',
    matches: creates('(?:TYPE|DOMAIN)'),
    what: 'The type',
    advice: 'Its columns are texts, as the source writes them: give them a type that both have where that matters.',
  },
  {
    from: 'POSTGRESQL',
    matches: /^DO (LANGUAGE|'|\$|E')/i,
    what: 'A block of code',
    advice: 'Do what it does by hand.',
  },
  { matches: new RegExp(`^CALL ${NAME}`, 'i'), what: 'The call of', advice: 'Do what it does by hand.' },
  {
    // what the target does not get needs not be changed or removed
    matches: new RegExp(
      `^DROP (?:FUNCTION|PROCEDURE|AGGREGATE|TRIGGER|EVENT(?: TRIGGER)?|RULE|POLICY|PACKAGE(?: BODY)?|SERVER|DATABASE|SCHEMA|EXTENSION|TYPE|DOMAIN|SEQUENCE|ROLE|USER|OWNED|LANGUAGE|PROCEDURAL LANGUAGE|OPERATOR|CAST|COLLATION|PUBLICATION|TABLESPACE) ${EXISTS}${NAME}`,
      'i',
    ),
    what: 'Removing',
  },
  {
    matches: new RegExp(
      `^ALTER (?:FUNCTION|PROCEDURE|AGGREGATE|ROUTINE|TRIGGER|EVENT(?: TRIGGER)?|RULE|POLICY|EXTENSION|LANGUAGE|PROCEDURAL LANGUAGE|OPERATOR|COLLATION|TEXT SEARCH [A-Z]+|SERVER|PUBLICATION|SUBSCRIPTION|STATISTICS|TYPE|DOMAIN|SCHEMA|MATERIALIZED VIEW|SEQUENCE) ${EXISTS}${NAME}`,
      'i',
    ),
    what: 'A change of',
    advice: 'Look whether the target needs the like.',
  },
  {
    from: 'POSTGRESQL',
    matches: new RegExp(
      `^COMMENT ON (?:FUNCTION|PROCEDURE|AGGREGATE|TRIGGER|TYPE|DOMAIN|SEQUENCE|RULE|POLICY|LANGUAGE|PROCEDURAL LANGUAGE|CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|SCHEMA|DATABASE|ROLE|EXTENSION|OPERATOR|CAST|COLLATION|STATISTICS) ${NAME}`,
      'i',
    ),
    what: 'The comment on',
  },
  {
    from: 'POSTGRESQL',
    matches: new RegExp(`^REFRESH MATERIALIZED VIEW (?:CONCURRENTLY )?${NAME}`, 'i'),
    what: 'Filling',
  },
  {
    from: 'POSTGRESQL',
    matches: new RegExp(`^ALTER INDEX ${EXISTS}${NAME} (?:ATTACH PARTITION|SET|ALTER)`, 'i'),
    what: 'A setting of',
  },
  {
    from: 'POSTGRESQL',
    matches: new RegExp(
      `^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${NAME} (?:(?:ENABLE|DISABLE) (?:ALWAYS |REPLICA )?(?:TRIGGER|RULE)|REPLICA IDENTITY|CLUSTER ON|SET WITHOUT|SET LOGGED|SET UNLOGGED|SET TABLESPACE|SET ACCESS METHOD|ALTER (?:COLUMN )?\\S+ SET (?:STATISTICS|STORAGE|COMPRESSION))`,
      'i',
    ),
    what: 'A setting of',
  },
  {
    from: 'POSTGRESQL',
    matches: new RegExp(
      `^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${NAME} (?:(?:NO )?FORCE|ENABLE|DISABLE) ROW LEVEL SECURITY`,
      'i',
    ),
    what: 'Security by rows of',
    advice: RIGHTS,
  },
];

/** What is left out, and why; undefined where a statement is about something else. */
export function leftOutObject(words: string, from: DialectName): LeftOutObject | undefined {
  for (const row of LEFT_OUT_OBJECTS) {
    if (row.from !== undefined && row.from !== from) continue;
    const found = row.matches.exec(words);
    if (found === null) continue;
    const name = found.groups?.name?.replace(/["`[\]]/g, '');
    const { what, advice } = row;
    return {
      why: `${what}${name === undefined ? '' : ` \`${name}\``} is left out.`,
      ...(advice !== undefined && { advice }),
    };
  }
  return undefined;
}
