import type { Dialect } from '../dialects/index.js';

/** A body of several statements, which the client of MySQL cuts at its semicolons unless it is told of another sign. */
const HAS_BODY = /^CREATE\s+TRIGGER\b[^]*\bBEGIN\b[^]*;[^]*\bEND$/i;

/** Statements as a text that the engine's own client reads. */
export const scriptText = (statements: readonly string[], { name }: Dialect): string =>
  statements
    .map((sql) => (name === 'MYSQL' && HAS_BODY.test(sql) ? `DELIMITER ;;\n${sql};;\nDELIMITER ;\n` : `${sql};\n`))
    .join('');
