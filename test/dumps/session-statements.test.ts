import { describe, expect, it } from 'vitest';
import { DumpTranslator, type Outcome } from '../../src/dumps/index.js';
import { dialects, ScriptReader, type DialectName } from '../../src/sql/index.js';

function outcome(from: DialectName, sql: string): Outcome | undefined {
  const to = from === 'SQLITE' ? dialects.MYSQL : dialects.SQLITE;
  const reader = new ScriptReader(dialects[from]);
  const translator = new DumpTranslator({ from: dialects[from], to });
  return [...reader.add(sql), ...reader.end()].flatMap((part) => [...translator.translate(part)])[0];
}

/** What dumps hold beside tables and rows, as the tools write it. */
const LEFT_OUT: Readonly<Record<DialectName, readonly string[]>> = {
  MYSQL: [
    '/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */',
    '/*!40101 SET NAMES utf8mb4 */',
    "/*!40103 SET TIME_ZONE='+00:00' */",
    "/*!50003 SET time_zone             = 'SYSTEM' */",
    'DO SETVAL(`tag_seq`, 1100, 0)',
    '/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */',
    "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */",
    '/*!50503 SET character_set_client = utf8mb4 */',
    'SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN',
    'SET @@SESSION.SQL_LOG_BIN= 0',
    'SET FOREIGN_KEY_CHECKS = 0',
    'SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO"',
    '/*!50606 SET GLOBAL INNODB_STATS_AUTO_RECALC=OFF */',
    '/*!50106 SET @save_time_zone= @@TIME_ZONE */',
    "/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */",
    "SET @OLDTMP_SQL_MODE=@@SQL_MODE, SQL_MODE='STRICT_TRANS_TABLES'",
    'SET SQL_SAFE_UPDATES = 0',
    'SHOW WARNINGS',
    'LOCK TABLES `a b` WRITE',
    'UNLOCK TABLES',
    '/*!40000 ALTER TABLE `users` DISABLE KEYS */',
    'START TRANSACTION',
    'SET AUTOCOMMIT = 0',
    'COMMIT',
    'USE `shop`',
    'CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 */',
    "GRANT SELECT ON *.* TO 'a'@'%'",
  ],
  POSTGRESQL: [
    'SET statement_timeout = 0',
    "SET client_encoding = 'UTF8'",
    'SET standard_conforming_strings = on',
    'SET standard_conforming_strings = off',
    "SELECT pg_catalog.set_config('search_path', '', false)",
    "SELECT pg_catalog.setval('public.t_id_seq', 12, true)",
    "SET default_tablespace = ''",
    'SET session_replication_role = replica',
    "SELECT pg_catalog.lo_create('16400')",
    'ALTER LARGE OBJECT 16400 OWNER TO ann',
    'ALTER TABLE public.t OWNER TO ann',
    'ALTER TABLE public."T x" OWNER TO ann',
    'ALTER FUNCTION public.f(a integer, b text) OWNER TO ann',
    'GRANT ALL ON SCHEMA public TO ann',
    'REVOKE USAGE ON SCHEMA public FROM PUBLIC',
    'CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog',
    "COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL'",
    'BEGIN',
    'COMMIT',
  ],
  SQLITE: [
    'PRAGMA foreign_keys=OFF',
    'BEGIN TRANSACTION',
    'DELETE FROM sqlite_sequence',
    "INSERT INTO sqlite_sequence VALUES('t',5)",
    `UPDATE "sqlite_sequence" SET seq = 4 WHERE name = 't'`,
    'VACUUM',
    'COMMIT',
  ],
};

/** What would mean something else if it were left out. */
const NOT_LEFT_OUT: Readonly<Record<DialectName, readonly string[]>> = {
  MYSQL: [
    "SET sql_mode = 'ANSI_QUOTES'",
    "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
    "SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='ANSI,NO_AUTO_VALUE_ON_ZERO'",
    "SET TIME_ZONE = '+02:00'",
    'ROLLBACK',
  ],
  POSTGRESQL: ['SET standard_conforming_strings = maybe', 'ROLLBACK', "SELECT set_config('a.b', 'c', false)"],
  SQLITE: ['ROLLBACK', 'PRAGMA recursive_triggers = ON'],
};

const cases = (table: Readonly<Record<DialectName, readonly string[]>>): (readonly [DialectName, string])[] =>
  (Object.keys(table) as DialectName[]).flatMap((name) => table[name].map((sql) => [name, sql] as const));

describe('statements of the session', () => {
  it.each(cases(LEFT_OUT))('%s: %s is left out', (from, sql) => {
    expect(outcome(from, sql)).toMatchObject({ kind: 'dropped', dropped: { why: expect.stringMatching(/\.$/) } });
  });

  it.each(cases(NOT_LEFT_OUT))('%s: %s is not', (from, sql) => {
    expect(outcome(from, sql)?.kind).toBe('refused');
  });

  it('count as a loss where the target would need them', () => {
    expect(outcome('MYSQL', "GRANT SELECT ON *.* TO 'a'@'%'")?.dropped?.loses).toBe(true);
    expect(outcome('MYSQL', 'UNLOCK TABLES')?.dropped?.loses).toBe(false);
  });
});
