import type { Node } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';
import { shifted } from './moment-shifts.js';
import type { Moment } from './moments.js';
import { erasOfZone, type ClockChange, type ZoneEra } from './zone-eras.js';

/** Whether a moment in UTC becomes what a zone's clocks show, or the other way round. */
export type ZoneWay = 'to clocks' | 'to UTC';

/** A moment at the clocks of a zone that goes by a name; undefined where its rules can't be said. */
export function movedByZone(moment: Moment, zone: string, way: ZoneWay, at: Node, t: Translator): Moment | undefined {
  const eras = erasOfZone(zone);
  const form = FORMS[t.target];
  if (eras === undefined || form === undefined) return undefined;
  const minutes = (offset: number): number => (way === 'to UTC' ? -offset : offset);
  const [only, another] = eras;
  if (only?.changes.length === 0 && another === undefined)
    return shifted(moment, [{ unit: 'MINUTE', amount: minutes(only.offset) }], at, t);
  const ofEra = ({ offset, changes }: ZoneEra): string => {
    const whens = changes.map((change, index) => {
      const before = changes[index - 1]?.offset ?? offset;
      return `WHEN $1 < ${form.changes(change, (way === 'to UTC' ? change.offset : 0) - before)} THEN ${minutes(before)}`;
    });
    const last = minutes(changes[changes.length - 1]?.offset ?? offset);
    return whens.length === 0 ? String(last) : `CASE ${whens.join(' ')} ELSE ${last} END`;
  };
  const [first, ...later] = eras as [ZoneEra, ...ZoneEra[]];
  const latestFirst = [...later].reverse().map((era) => `WHEN $1 >= ${form.since(era.since)} THEN ${ofEra(era)}`);
  const offset = latestFirst.length === 0 ? ofEra(first) : `CASE ${latestFirst.join(' ')} ELSE ${ofEra(first)} END`;
  return { made: t.form(form.move(offset), [moment.made], at), kind: 'TIMESTAMP' };
}

interface ZoneForm {
  /** The beginning of a year. */
  readonly since: (year: number) => string;
  /** So many minutes after the clocks that are put on or back show that they change, in the year of the moment. */
  readonly changes: (change: ClockChange, later: number) => string;
  readonly move: (minutes: string) => string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const dayOf = ({ month, day }: ClockChange): string => `${twoDigits(month)}-${twoDigits(day)}`;

/** PostgreSQL has all zones itself. */
const FORMS: Readonly<Record<DialectName, ZoneForm | undefined>> = {
  POSTGRESQL: undefined,
  MYSQL: {
    since: (year) => `TIMESTAMP '${year}-01-01 00:00:00'`,
    changes: (change, later) => {
      const day = `CAST(DATE_FORMAT($1, '%Y-${dayOf(change)}') AS DATETIME)`;
      // WEEKDAY counts from Monday
      const days = `(${change.weekday + 13} - WEEKDAY(${day})) % 7`;
      return `${day} + INTERVAL ${days} DAY + INTERVAL ${change.minute + later} MINUTE`;
    },
    move: (minutes) => `$1 + INTERVAL ${minutes} MINUTE`,
  },
  SQLITE: {
    since: (year) => `'${year}-01-01'`,
    changes: (change, later) =>
      `datetime(strftime('%Y-${dayOf(change)}', $1), 'weekday ${change.weekday}', '${change.minute + later} minutes')`,
    move: (minutes) => `datetime($1, (${minutes}) || ' minutes')`,
  },
};
