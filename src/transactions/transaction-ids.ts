import { randomBytes } from 'node:crypto';

/** 192 bits: an id is all that is needed to go on with a transaction besides being its owner. */
const SECRET_BYTES = 24;
const INSTANCE_BYTES = 6;
const FORM = /^([\w-]{8})\.[\w-]{32}$/;

/** Makes the ids of one instance's transactions, and tells them from those of others. */
export class TransactionIds {
  private readonly instance = randomBytes(INSTANCE_BYTES).toString('base64url');

  next(): string {
    return `${this.instance}.${randomBytes(SECRET_BYTES).toString('base64url')}`;
  }

  /** Whose id it is by its form: `none` has made it where the form is wrong. */
  originOf(id: string): 'here' | 'elsewhere' | 'none' {
    const instance = FORM.exec(id)?.[1];
    if (instance === undefined) return 'none';
    return instance === this.instance ? 'here' : 'elsewhere';
  }
}
