// What users would use instead of an adapter, as they write it.
import mysql from 'mysql2/promise';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** Each opens a pool of so many connections; `read` gives the rows. */
export const drivers = {
  postgresql: async (url, connections) => {
    const pool = new pg.Pool({ connectionString: url, max: connections });
    return {
      run: (sql) => pool.query(sql),
      read: async (sql, values) => (await pool.query(sql, values)).rows,
      close: () => pool.end(),
    };
  },
  mysql: async (url, connections) => {
    const pool = mysql.createPool({ uri: url, connectionLimit: connections });
    return {
      run: (sql) => pool.query(sql),
      read: async (sql, values) => (await pool.execute(sql, values))[0],
      close: () => pool.end(),
    };
  },
  sqlite: async (url) => {
    const database = url.replace('sqlite:', '');
    const source = await new DataSource({ type: 'sqlite', database, enableWAL: true }).initialize();
    return {
      run: (sql) => source.query(sql),
      read: (sql, values) => source.query(sql, values),
      close: () => source.destroy(),
    };
  },
};
