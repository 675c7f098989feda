import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { all, compile } from '@fastify/proxy-addr';

/** Whose word counts on where a request came from: that of so many hops, or of proxies at these addresses. */
export type TrustedProxies = false | number | readonly string[];

/** The address of the client that a request came from. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Reads `X-Forwarded-For` as far as proxies wrote it that are trusted: anybody can send one. No other header of theirs
 * decides anything.
 */
export function clientAddressBy(trusted: TrustedProxies): ClientAddress {
  if (trusted === false) return socketAddress;
  const isTrusted = typeof trusted === 'number' ? (_: string, hop: number) => hop < trusted : compile([...trusted]);
  // What is no address was not written by a proxy.
  const isProxy = (address: string, hop: number): boolean => isIP(address) !== 0 && isTrusted(address, hop);
  return (request) => all(request, isProxy).findLast((address) => isIP(address) !== 0) ?? socketAddress(request);
}

const socketAddress: ClientAddress = ({ socket }) => socket.remoteAddress ?? '';
