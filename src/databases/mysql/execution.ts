import type { Prepared } from './prepared-statements.js';
import { describesAlike, learned, type RowForm } from './row-forms.js';
import type { WirePacket } from './row-reader.js';
import type { MysqlRow } from './mysql-row.js';
import type { MysqlColumn } from './mysql-types.js';

/** SERVER_MORE_RESULTS_EXISTS: https://dev.mysql.com/doc/dev/mysql-server/latest/mysql__com_8h.html */
const MORE_RESULTS = 8;

/** What the server says of a statement without rows. */
export interface Header {
  readonly affectedRows: number;
  readonly insertId: number | string;
  readonly serverStatus?: number;
  readonly warningStatus?: number;
}

/** What is told of a statement that runs; rows and columns are those of its first result. */
export interface Listener {
  columns(columns: MysqlColumn[]): void;
  row(row: MysqlRow): void;
  header(header: Header): void;
  end(): void;
  error(error: Error): void;
}

/** A step of the driver's command: it takes a packet, and says what takes the next one. */
type Step = (this: Command, packet: WirePacket, connection: unknown) => Step | null;

/** The driver's command beside what its types tell. */
interface Command {
  on(event: 'result', listener: (header: Header) => void): Command;
  on(event: 'end', listener: () => void): Command;
  readField: Step;
  readonly resultsetHeader: Step;
  readonly _fields: MysqlColumn[][];
  readonly _fieldCount: number;
  _receivedFieldsCount: number;
  _resultIndex: number;
}

/**
 * Runs a prepared statement. The driver sends it and reads what is around its rows; columns that come as they came before
 * are not read again, and rows are read as we want them.
 */
export function execute({ native, form }: Prepared, values: readonly unknown[], listener: Listener): void {
  let hasEnded = false;
  const settled = (error: Error | null): void => {
    hasEnded = true;
    if (error !== null) listener.error(error);
  };
  const command = native.execute(values, settled) as unknown as Command | undefined;
  // Of a connection that is closed it says so, and makes none.
  if (command === undefined) return;
  command.readField = rowsOf(form, listener, command.readField);
  command
    .on('result', (header) => listener.header(header))
    .on('end', () => {
      if (!hasEnded) listener.end();
    });
}

/** The steps that read columns and rows, in the place of the driver's own. */
function rowsOf(form: RowForm, listener: Listener, driversReadField: Step): Step {
  let { known } = form;
  /** What the server says of the columns, where it is not what it said before. */
  let described: Buffer[] | undefined;

  const row: Step = function (packet) {
    if (packet.isEOF()) {
      if ((packet.eofStatusFlags() & MORE_RESULTS) === 0) return null;
      this._resultIndex++;
      return this.resultsetHeader;
    }
    if (this._resultIndex === 0 && known !== undefined) listener.row(known.read(packet));
    return row;
  };

  const fieldsEnd: Step = () => row;

  const readField: Step = function (packet, connection) {
    const index = this._receivedFieldsCount;
    const isAlike =
      described === undefined &&
      known?.columns.length === this._fieldCount &&
      describesAlike(known.described[index], packet);
    if (isAlike || this._resultIndex > 0) {
      this._receivedFieldsCount++;
    } else {
      if (described === undefined) {
        described = known?.described.slice(0, index) ?? [];
        this._fields[0]?.push(...(known?.columns.slice(0, index) ?? []));
      }
      described.push(Buffer.from(packet.buffer.subarray(packet.offset, packet.end)));
      driversReadField.call(this, packet, connection);
    }
    if (this._receivedFieldsCount < this._fieldCount) return readField;
    if (this._resultIndex === 0) {
      if (described !== undefined) form.known = known = learned(this._fields[0] ?? [], described);
      if (known !== undefined) listener.columns(known.columns);
    }
    return fieldsEnd;
  };

  return readField;
}
