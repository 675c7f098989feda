import sqlite3 from 'sqlite3';

import type { Cell } from './rows.js';

/** The few calls of the driver that writing takes, as promises. */
export class Connection {
  private constructor(private readonly database: sqlite3.Database) {}

  /** Opens the file, and makes it if it isn't there. */
  static open(file: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(file, (error) => {
        if (error === null) resolve(new Connection(database));
        else reject(error);
      });
    });
  }

  /** Runs statements without parameters. */
  run(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.exec(sql, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** Prepares one statement, lends it out, and lets go of it whatever happens: an open statement would hinder closing. */
  async prepared(sql: string, use: (run: (cells: readonly Cell[]) => Promise<void>) => Promise<void>): Promise<void> {
    const statement = await this.prepare(sql);
    try {
      await use(
        (cells) =>
          new Promise((resolve, reject) => {
            statement.run(cells, (error) => (error === null ? resolve() : reject(error)));
          }),
      );
    } finally {
      await new Promise<void>((resolve) => statement.finalize(() => resolve()));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.close((error) => (error === null ? resolve() : reject(error)));
    });
  }

  private prepare(sql: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement = this.database.prepare(sql, (error) => (error === null ? resolve(statement) : reject(error)));
    });
  }
}
