/**
 * How many of so many connections may be held between calls by transactions, and as many by
 * streams: what remains is for statements that are answered at once.
 */
export const mostHeld = (connections: number): number => Math.max(1, Math.floor(connections / 2));
