import { pino, type Logger } from 'pino';
import { toldError, type ToldError } from '../errors/index.js';

export type { Logger } from 'pino';

export interface LogOptions {
  readonly level: string;
  readonly format: 'pretty' | 'json';
}

/** What keeps secrets out of the log: where one may stand in what is logged, and what of an error is told. */
export const DISCRETION = {
  redact: {
    paths: [
      'req.headers.authorization',
      'req.headers.cookie',
      'headers.authorization',
      'headers.cookie',
      '*.password',
      'params',
      'variables',
    ],
    censor: '[secret]',
  },
  serializers: { err: (error: unknown): ToldError => toldError(error) },
};

/** The service's log: one line an event, for people or for machines. */
export function createLogger({ level, format }: LogOptions): Logger {
  const transport =
    format === 'pretty'
      ? {
          transport: {
            target: 'pino-pretty',
            // What the message says already is not said twice; ids and errors stay.
            options: {
              ignore: 'pid,hostname,reqId,req,res,database,status,durationMs,tables,rows,keys,databases,error',
              singleLine: true,
              translateTime: 'SYS:HH:MM:ss',
            },
          },
        }
      : {};
  return pino({ level, ...DISCRETION, ...transport });
}
