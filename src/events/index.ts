/** A plain typed event bus. It imports nothing of the project. */
export { EventBus, type EventMap, type Unsubscribe } from './event-bus.js';
