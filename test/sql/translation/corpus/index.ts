import { mysqlSeldom } from './mysql-seldom.js';
import { postgresqlSeldom } from './postgresql-seldom.js';
import { sqliteSeldom } from './sqlite-seldom.js';
import type { DialectName } from '../../../../src/sql/index.js';
import type { Case } from './case.js';
import { mysqlFirstRound, postgresqlFirstRound, sqliteFirstRound } from './first-round.js';
import { mysqlSecondRound, postgresqlSecondRound, sqliteSecondRound } from './second-round.js';
import { mysqlExpressions, postgresqlExpressions } from './regular-expressions.js';
import { postgresqlSplitTexts } from './postgresql-split-texts.js';
import { postgresqlZones } from './postgresql-zones.js';
import { postgresqlStrange } from './postgresql-strange.js';
import { postgresqlSiblings } from './postgresql-siblings.js';
import { postgresqlListsAndDocuments } from './postgresql-lists-and-documents.js';
import { postgresqlIntervals } from './postgresql-intervals.js';
import { postgresqlNumberAndDatePatterns } from './postgresql-number-and-date-patterns.js';
import { postgresqlOffice } from './postgresql-office.js';
import { postgresqlFresh } from './postgresql-fresh.js';
import { postgresqlFlavours } from './postgresql-flavours.js';
import { mysqlDurations } from './mysql-durations.js';
import { mysqlMomentsInTexts } from './mysql-moments-in-texts.js';
import { mysqlSystemTables, postgresqlSystemTables, sqliteSystemTables } from './system-tables.js';
import { sqliteDocumentsAsTexts } from './sqlite-documents-as-texts.js';
import { mysqlNestedDocuments } from './mysql-nested-documents.js';
import { mysqlChecksums } from './mysql-checksums.js';
import { mysqlAddresses, sqlitePrograms } from './sqlite-programs.js';
import {
  mysqlWordsBesideNumbers,
  sqliteSecondsAndAliases,
  sqliteWordsBesideNumbers,
  sqliteWordsInLists,
} from './words-beside-numbers.js';
import { mysqlTextsBesideOthers, sqliteTextsBesideOthers } from './texts-beside-others.js';
import { mysqlJsonSearches } from './mysql-json-searches.js';
import { mysqlFresh } from './mysql-fresh.js';
import { mysqlApplicationQueries } from './mysql-application-queries.js';
import { mysqlEveryday } from './mysql-everyday.js';
import { sqliteEveryday } from './sqlite-everyday.js';
import { mysqlUnseen } from './mysql-unseen.js';
import { mysqlNamesAndStars, postgresqlNamesAndStars, sqliteNamesAndStars } from './names-and-stars.js';
import { sqliteDevices } from './sqlite-devices.js';
import { sqlitePatternsAndReports } from './sqlite-patterns-and-reports.js';
import { postgresqlPatternsAndReports } from './postgresql-patterns-and-reports.js';
import { mysqlPatternsAndReports } from './mysql-patterns-and-reports.js';
import { sqliteFormats } from './sqlite-formats.js';
import { postgresqlFormats } from './postgresql-formats.js';
import { mysqlFormats } from './mysql-formats.js';
import { sqliteCastsAndConditions } from './sqlite-casts-and-conditions.js';
import { postgresqlCastsAndConditions } from './postgresql-casts-and-conditions.js';
import { mysqlCastsAndConditions } from './mysql-casts-and-conditions.js';
import { sqlitePieces } from './sqlite-pieces.js';
import { sqliteNumbers } from './sqlite-numbers.js';
import { postgresqlPieces } from './postgresql-pieces.js';
import { postgresqlNumbers } from './postgresql-numbers.js';
import { mysqlPieces } from './mysql-pieces.js';
import { mysqlNumbers } from './mysql-numbers.js';
import { sqliteText } from './sqlite-text.js';
import { postgresqlText } from './postgresql-text.js';
import { mysqlText } from './mysql-text.js';
import { mysqlAnalysts } from './mysql-analysts.js';
import { postgresqlAnalysts } from './postgresql-analysts.js';
import { sqliteAnalysts } from './sqlite-analysts.js';
import { mysqlAggregates } from './mysql-aggregates.js';
import { mysqlJson } from './mysql-json.js';
import { mysqlRows } from './mysql-rows.js';
import { mysqlWindows } from './mysql-windows.js';
import { postgresqlAggregates } from './postgresql-aggregates.js';
import { postgresqlJson } from './postgresql-json.js';
import { postgresqlRows } from './postgresql-rows.js';
import { postgresqlUnseen } from './postgresql-unseen.js';
import { postgresqlWindows } from './postgresql-windows.js';
import { sqliteAggregates } from './sqlite-aggregates.js';
import { sqliteJson } from './sqlite-json.js';
import { sqliteRows } from './sqlite-rows.js';
import { sqliteUnseen } from './sqlite-unseen.js';
import { sqliteWindows } from './sqlite-windows.js';
import { mysqlBasics } from './mysql-basics.js';
import { mysqlMeanings } from './mysql-meanings.js';
import { mysqlQueries } from './mysql-queries.js';
import { mysqlReports } from './mysql-reports.js';
import { postgresqlBasics } from './postgresql-basics.js';
import { postgresqlMeanings } from './postgresql-meanings.js';
import { postgresqlQueries } from './postgresql-queries.js';
import { postgresqlReports } from './postgresql-reports.js';
import { mysqlTemporal } from './mysql-temporal.js';
import { postgresqlTemporal } from './postgresql-temporal.js';
import { sqliteTemporal } from './sqlite-temporal.js';
import { sqliteBasics } from './sqlite-basics.js';
import { sqliteMeanings } from './sqlite-meanings.js';
import { sqliteQueries } from './sqlite-queries.js';
import { sqliteFresh } from './sqlite-fresh.js';
import { sqliteReports } from './sqlite-reports.js';

/** Statements by the dialect that they are written in, topic by topic. */
export const CORPUS: readonly (readonly [topic: string, dialect: DialectName, cases: readonly Case[]])[] = [
  ['basics', 'POSTGRESQL', postgresqlBasics],
  ['basics', 'MYSQL', mysqlBasics],
  ['basics', 'SQLITE', sqliteBasics],
  ['queries', 'MYSQL', mysqlQueries],
  ['queries', 'POSTGRESQL', postgresqlQueries],
  ['queries', 'SQLITE', sqliteQueries],
  ['durations', 'MYSQL', mysqlDurations],
  ['moments in texts', 'MYSQL', mysqlMomentsInTexts],
  ['system tables', 'MYSQL', mysqlSystemTables],
  ['system tables', 'POSTGRESQL', postgresqlSystemTables],
  ['system tables', 'SQLITE', sqliteSystemTables],
  ['documents as texts', 'SQLITE', sqliteDocumentsAsTexts],
  ['nested documents', 'MYSQL', mysqlNestedDocuments],
  ['names and stars', 'POSTGRESQL', postgresqlNamesAndStars],
  ['names and stars', 'MYSQL', mysqlNamesAndStars],
  ['names and stars', 'SQLITE', sqliteNamesAndStars],
  ['checksums', 'MYSQL', mysqlChecksums],
  ['texts beside others', 'MYSQL', mysqlTextsBesideOthers],
  ['texts beside others', 'SQLITE', sqliteTextsBesideOthers],
  ['searches in documents', 'MYSQL', mysqlJsonSearches],
  ['reports', 'MYSQL', mysqlReports],
  ['reports', 'POSTGRESQL', postgresqlReports],
  ['reports', 'SQLITE', sqliteReports],
  ['meanings', 'MYSQL', mysqlMeanings],
  ['meanings', 'POSTGRESQL', postgresqlMeanings],
  ['meanings', 'SQLITE', sqliteMeanings],
  ['text', 'MYSQL', mysqlText],
  ['text', 'POSTGRESQL', postgresqlText],
  ['text', 'SQLITE', sqliteText],
  ['numbers', 'MYSQL', mysqlNumbers],
  ['pieces', 'MYSQL', mysqlPieces],
  ['numbers', 'POSTGRESQL', postgresqlNumbers],
  ['pieces', 'POSTGRESQL', postgresqlPieces],
  ['numbers', 'SQLITE', sqliteNumbers],
  ['pieces', 'SQLITE', sqlitePieces],
  ['casts and conditions', 'MYSQL', mysqlCastsAndConditions],
  ['casts and conditions', 'POSTGRESQL', postgresqlCastsAndConditions],
  ['casts and conditions', 'SQLITE', sqliteCastsAndConditions],
  ['dates and times', 'POSTGRESQL', postgresqlTemporal],
  ['dates and times', 'MYSQL', mysqlTemporal],
  ['dates and times', 'SQLITE', sqliteTemporal],
  ['aggregates', 'MYSQL', mysqlAggregates],
  ['json', 'MYSQL', mysqlJson],
  ['rows', 'MYSQL', mysqlRows],
  ['windows', 'MYSQL', mysqlWindows],
  ['aggregates', 'POSTGRESQL', postgresqlAggregates],
  ['json', 'POSTGRESQL', postgresqlJson],
  ['rows', 'POSTGRESQL', postgresqlRows],
  ['windows', 'POSTGRESQL', postgresqlWindows],
  ['aggregates', 'SQLITE', sqliteAggregates],
  ['json', 'SQLITE', sqliteJson],
  ['rows', 'SQLITE', sqliteRows],
  ['windows', 'SQLITE', sqliteWindows],
  ['formats', 'MYSQL', mysqlFormats],
  ['formats', 'POSTGRESQL', postgresqlFormats],
  ['formats', 'SQLITE', sqliteFormats],
  ['patterns and reports', 'MYSQL', mysqlPatternsAndReports],
  ['patterns and reports', 'POSTGRESQL', postgresqlPatternsAndReports],
  ['patterns and reports', 'SQLITE', sqlitePatternsAndReports],
  ['unseen', 'POSTGRESQL', postgresqlUnseen],
  ['zones', 'POSTGRESQL', postgresqlZones],
  ['split texts', 'POSTGRESQL', postgresqlSplitTexts],
  ['regular expressions', 'POSTGRESQL', postgresqlExpressions],
  ['regular expressions', 'MYSQL', mysqlExpressions],
  ['unseen', 'SQLITE', sqliteUnseen],
  ['server flavours', 'POSTGRESQL', postgresqlFlavours],
  ['fresh', 'POSTGRESQL', postgresqlFresh],
  ['strange', 'POSTGRESQL', postgresqlStrange],
  ['siblings', 'POSTGRESQL', postgresqlSiblings],
  ['lists and documents', 'POSTGRESQL', postgresqlListsAndDocuments],
  ['offices', 'POSTGRESQL', postgresqlOffice],
  ['patterns of numbers and dates', 'POSTGRESQL', postgresqlNumberAndDatePatterns],
  ['intervals', 'POSTGRESQL', postgresqlIntervals],
  ['applications', 'MYSQL', mysqlUnseen],
  ['queries of applications', 'MYSQL', mysqlApplicationQueries],
  ['fresh statements', 'MYSQL', mysqlFresh],
  ['applications', 'SQLITE', sqliteDevices],
  ['every day', 'MYSQL', mysqlEveryday],
  ['every day', 'SQLITE', sqliteEveryday],
  ['all areas', 'SQLITE', sqliteFresh],
  ['analysts', 'POSTGRESQL', postgresqlAnalysts],
  ['analysts', 'MYSQL', mysqlAnalysts],
  ['analysts', 'SQLITE', sqliteAnalysts],
  ['first round', 'POSTGRESQL', postgresqlFirstRound],
  ['first round', 'MYSQL', mysqlFirstRound],
  ['first round', 'SQLITE', sqliteFirstRound],
  ['second round', 'POSTGRESQL', postgresqlSecondRound],
  ['second round', 'MYSQL', mysqlSecondRound],
  ['second round', 'SQLITE', sqliteSecondRound],
  ['words beside numbers', 'MYSQL', mysqlWordsBesideNumbers],
  ['words beside numbers', 'SQLITE', [...sqliteWordsBesideNumbers, ...sqliteWordsInLists, ...sqliteSecondsAndAliases]],
  ['programs', 'SQLITE', sqlitePrograms],
  ['addresses', 'MYSQL', mysqlAddresses],
  ['seldom', 'MYSQL', mysqlSeldom],
  ['seldom', 'POSTGRESQL', postgresqlSeldom],
  ['seldom', 'SQLITE', sqliteSeldom],
];
