/** A name as engines compare it where case counts for nothing: in ASCII alone. */
export const folded = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
