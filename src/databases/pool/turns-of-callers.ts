/** When somebody's turn is: those with a lower one go first. */
export type Turn = number;

/** So many callers are remembered before those whose turn is over are forgotten. */
const REMEMBERED = 1000;

/**
 * Gives out turns so that callers are served one after the other, each in its own order: one who has many waiting gets
 * a later turn for each, and one who comes with a single wish gets the next. (Start-time fair queueing.)
 */
export class TurnsOfCallers {
  private present: Turn = 0;
  private readonly last = new Map<string, Turn>();

  /** The turn of one more wish of a caller. */
  take(caller: string): Turn {
    const turn = Math.max(this.present, (this.last.get(caller) ?? -1) + 1);
    this.last.set(caller, turn);
    if (this.last.size > REMEMBERED) this.forgetPast();
    return turn;
  }

  /** Gives the last turn of a caller back. */
  giveBack(caller: string): void {
    const last = this.last.get(caller);
    if (last !== undefined) this.last.set(caller, last - 1);
  }

  /** Somebody was served whose turn it was. */
  served(turn: Turn): void {
    this.present = Math.max(this.present, turn);
  }

  /** Nobody waits. */
  rest(): void {
    this.present = 0;
    this.last.clear();
  }

  private forgetPast(): void {
    for (const [caller, turn] of this.last) if (turn < this.present) this.last.delete(caller);
  }
}
