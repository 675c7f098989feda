import { EventEmitter } from 'node:events';

/** A map from an event's name to what it carries. */
export type EventMap = object;

/** Ends a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void;

/** A plain typed bus: listeners run in the order in which they came, in the emitter's turn. */
export class EventBus<Events extends EventMap> {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  emit<Name extends keyof Events & string>(name: Name, event: Events[Name]): void {
    this.emitter.emit(name, event);
  }

  on<Name extends keyof Events & string>(name: Name, listener: (event: Events[Name]) => void): Unsubscribe {
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }

  /** How many listen to an event: what a leak test counts. */
  listenerCount(name: keyof Events & string): number {
    return this.emitter.listenerCount(name);
  }
}
