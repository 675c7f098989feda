/** How many of so many connections transactions may hold between calls. */
export const mostHeld = (connections: number): number => Math.max(1, Math.floor(connections / 2));

/**
 * How many of so many connections may stream: with all the transactions that may be held, one is left for statements
 * that are answered at once; where there are three or more.
 */
export const mostStreams = (connections: number): number => Math.max(1, connections - mostHeld(connections) - 1);
