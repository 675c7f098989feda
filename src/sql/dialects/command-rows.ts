/** What a command does, where a statement is known by its first words alone. When in doubt it changes. */
export type CommandEffect =
  /** It answers, and changes nothing. */
  | 'read'
  /** It changes the session, and nothing that others see. */
  | 'session'
  /** It may change data, schemas, files, rights or servers. */
  | 'change';

/** A statement of which only the head is told apart. */
export interface CommandRow {
  /** Its first words, in upper case. */
  readonly verb: string;
  readonly effect: CommandEffect;
  /** The word behind which the name of the table stands that it works on. */
  readonly table?: string;
  /** The word behind which a statement stands. */
  readonly statement?: string;
}

/** Commands of one effect, parted by commas. */
export const commands = (effect: CommandEffect, verbs: string): CommandRow[] =>
  verbs.split(/\s*,\s*/).map((verb) => ({ verb, effect }));

/** The same verb with several objects. */
export const commandsOn = (verb: string, objects: string): CommandRow[] =>
  objects.split(/\s*,\s*/).map((object) => ({ verb: `${verb} ${object}`, effect: 'change' }));
