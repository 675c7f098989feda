import { join } from 'node:path';
import type { Step } from './keeper.js';

/** A small authority of the tests' own, and a certificate of it for 127.0.0.1 and localhost: paths of PEM files. */
export interface Certificates {
  /** What a client has to trust. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

const EXTENSIONS = {
  'ca.cnf': '[ext]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n',
  'server.cnf':
    '[ext]\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' + 'subjectAltName=IP:127.0.0.1,DNS:localhost\n',
};

/** Where the certificates of such a folder lie. */
export function certificatesIn(folder: string): Certificates {
  return { ca: join(folder, 'ca.pem'), cert: join(folder, 'server.pem'), key: join(folder, 'server.key') };
}

/** What a keeper has to write and to run in its folder to make them with the OpenSSL program. */
export function certificatesPlan(openssl: string): { files: Record<string, string>; prepare: Step[] } {
  const steps = [...signed('ca', 'Dragoman tests', 'ca'), ...signed('server', 'localhost', 'ca')];
  return { files: EXTENSIONS, prepare: steps.map((args) => ({ command: openssl, args })) };
}

/** The arguments that make `name`.key and `name`.pem, signed by `issuer`, which may be itself. */
function signed(name: string, subject: string, issuer: string): string[][] {
  const key = ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`];
  const request = ['req', '-new', '-key', `${name}.key`, '-subj', `/CN=${subject}`, '-out', `${name}.csr`];
  const signer =
    name === issuer
      ? ['-signkey', `${issuer}.key`]
      : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
  const extensions = ['-extfile', `${name}.cnf`, '-extensions', 'ext'];
  const certificate = ['x509', '-req', '-in', `${name}.csr`, ...signer, '-days', '30', ...extensions];
  return [key, request, [...certificate, '-out', `${name}.pem`]];
}
