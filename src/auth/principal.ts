/** Who a request is made for. Every request has one. */
export interface Principal {
  readonly name: string;
  /** Whether it may register databases and change settings. */
  readonly administrator: boolean;
}

/** Whoever reaches an open service: on a loopback address that is a user of this machine. */
export const LOCAL_ADMINISTRATOR: Principal = Object.freeze({ name: 'local', administrator: true });
