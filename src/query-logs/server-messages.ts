/** What PostgreSQL writes of a statement that it runs. */
const RUNS = /^(?:duration: [\d.]+ ms {2})?(?:statement|execute [^:]*): (.*)$/s;

/** The statement that a message of PostgreSQL's tells of; undefined for any other message. */
export const statementOf = (message: string): string | undefined => RUNS.exec(message)?.[1];
