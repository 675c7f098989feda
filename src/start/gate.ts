import { admitEverybody, authenticatorOf, type Authenticate } from '../auth/index.js';
import type { Config } from '../config/index.js';

/** Who is let in, by the configuration as it was last read. */
export class Gate {
  authenticate: Authenticate = admitEverybody;

  constructor(auth: Config['auth']) {
    this.follow(auth);
  }

  follow(auth: Config['auth']): void {
    this.authenticate = authenticateBy(auth);
  }
}

function authenticateBy(auth: Config['auth']): Authenticate {
  return auth === undefined || auth === 'none' ? admitEverybody : authenticatorOf(auth);
}
