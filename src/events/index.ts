/** A plain typed event bus, and the signal that nobody waits any more. It imports nothing of the project. */
export { EventBus, type EventMap, type Unsubscribe } from './event-bus.js';
export { CancelSource, type CancelSignal } from './cancel-signal.js';
