/** The bits in which two numbers differ, for SQLite, which has no sign for them. */
export const differingBits = (one: string, other: string): string => `((${one} | ${other}) - (${one} & ${other}))`;
