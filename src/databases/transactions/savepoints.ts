import { DragomanError } from '../../errors/index.js';

interface Savepoint {
  readonly name: string;
  /** What the engine calls it: engines differ in how long a name may be, and when two are the same. */
  readonly mark: string;
}

/**
 * The savepoints of one transaction, the oldest first. Of two that share a name the younger one is meant, as on
 * PostgreSQL (https://www.postgresql.org/docs/current/sql-savepoint.html); the older one is there again once that is released.
 */
export class Savepoints {
  private readonly present: Savepoint[] = [];
  private made = 0;

  get names(): string[] {
    return this.present.map(({ name }) => name);
  }

  /** @returns the mark of the next one; it is there once `add` was told so */
  nextMark(): string {
    return `dragoman_${++this.made}`;
  }

  add(name: string, mark: string): void {
    this.present.push({ name, mark });
  }

  /**
   * @param none what to do where there is none at all
   * @throws DragomanError BAD_USER_INPUT, with the names that are there
   */
  markOf(name: string, none?: string): string {
    return this.present[this.placeOf(name, none)]?.mark ?? '';
  }

  /** After the transaction went back to it: those behind it are gone. */
  backTo(name: string): void {
    this.present.length = this.placeOf(name) + 1;
  }

  /** After it was released: it is gone, and so are those behind it. */
  drop(name: string): void {
    this.present.length = this.placeOf(name);
  }

  private placeOf(name: string, none = 'make one with `savepoint`'): number {
    const place = this.names.lastIndexOf(name);
    if (place >= 0) return place;
    const names = this.names.map((each) => `"${each}"`).join(', ');
    throw new DragomanError('BAD_USER_INPUT', `The transaction has no savepoint "${name}".`, {
      hint: names === '' ? `It has none; ${none}.` : `It has ${names}.`,
    });
  }
}
