import { z } from 'zod';
import { duration, integer, mapping, MAX_INT, size } from './field-schemas.js';
import { expecting } from './wording.js';

/** The keys below `limits:`: what a caller may ask of the service, and how much of it. */

const rateMapping = mapping({
  max: integer(1, MAX_INT, 6000).prefault(6000).describe('How many operations a caller may send in that time.'),
  per: duration.prefault('1m').describe('The time in which they are counted.'),
});

const rate = z.union(
  [z.literal(false), rateMapping],
  expecting({ what: 'rate', write: '{ max: 6000, per: 1m }, or false for none', type: 'boolean' }),
);

const subscriptions = mapping({
  perConnection: integer(1, MAX_INT, 20)
    .prefault(20)
    .describe('How many subscriptions may run over one WebSocket at a time.'),
  perPrincipal: integer(1, MAX_INT, 200)
    .prefault(200)
    .describe('How many subscriptions may run for one principal at a time, over WebSockets and event streams.'),
  idleTimeout: duration
    .prefault('10m')
    .describe('How long a WebSocket may stay open on which no operation runs; then it is closed.'),
  maxDuration: duration
    .prefault('24h')
    .describe('How long a WebSocket or an event stream may last at all; clients connect again.'),
});

export const limits = mapping({
  depth: integer(1, 1000, 12).prefault(12).describe('How deep the fields of a GraphQL request may be nested.'),
  aliases: integer(0, MAX_INT, 15)
    .prefault(15)
    .describe('How many aliases the fields of a GraphQL operation may have.'),
  rootFields: integer(1, MAX_INT, 10).prefault(10).describe('How many root fields a GraphQL operation may have.'),
  directives: integer(0, MAX_INT, 20).prefault(20).describe('How many directives a GraphQL operation may have.'),
  tokens: integer(1, MAX_INT, 2000).prefault(2000).describe('How many tokens a GraphQL document may have.'),
  requestBytes: size.prefault('1MB').describe('The largest request body.'),
  responseBytes: size.prefault('64MB').describe('The bytes that the values of one statement’s result may hold.'),
  sqlBytes: size.prefault('256KB').describe('The longest SQL text.'),
  concurrency: integer(1, MAX_INT, 200)
    .prefault(200)
    .describe('How many statements and transactions may be under way at once; others wait for their turn.'),
  rate: rate
    .optional()
    .describe(
      'How many operations a principal may send in a time; the anonymous are counted by address. Left out: 6000 a ' +
        'minute, and none where the service is open on a loopback address. false: none.',
    ),
  connections: integer(1, MAX_INT, 2000)
    .prefault(2000)
    .describe('How many connections the HTTP server holds at once, WebSockets among them.'),
  requestTimeout: duration.prefault('30s').describe('How long a request may take to arrive as a whole.'),
  subscriptions: subscriptions.prefault({}).describe('Subscriptions, and the connections that they come over.'),
});
