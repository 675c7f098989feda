import type sqlite3 from 'sqlite3';
import type { BindValue, NativeRow } from './sqlite-connection.js';

/**
 * A statement that is run row by row: between two rows it holds its snapshot and no thread.
 * It must be ended, or its connection can't end its transaction.
 */
export class StatementSteps {
  private isBegun = false;

  constructor(
    private readonly statement: sqlite3.Statement,
    private readonly values: readonly BindValue[],
  ) {}

  /**
   * Takes rows for as long as they are wanted.
   * @param onRow returns whether another row is wanted
   * @returns whether that was the last row
   */
  async next(onRow: (row: NativeRow) => boolean): Promise<boolean> {
    return await new Promise((resolve, reject) => {
      const step = (): void => {
        const values = this.isBegun ? [] : this.values;
        this.isBegun = true;
        this.statement.get(values, (error: Error | null, row: NativeRow | undefined) => {
          if (error !== null) reject(error);
          else if (row === undefined) resolve(true);
          else if (wants(row)) step();
        });
      };
      // The driver would swallow what is thrown in a callback of its own.
      const wants = (row: NativeRow): boolean => {
        try {
          const more = onRow(row);
          if (!more) resolve(false);
          return more;
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return false;
        }
      };
      step();
    });
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.statement.reset(() => resolve());
    });
  }
}
