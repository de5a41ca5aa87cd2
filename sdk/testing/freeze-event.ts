import { deepFreeze } from "../rule/deep-freeze.ts";

/** The methods that change a Date, which freezing it does not stop. */
const SETTERS = Object.getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith("set"));

/** Freezes an event and all that it holds, so that a rule that changes it throws. */
export function freezeEvent<T extends object>(event: T): T {
  for (const value of Object.values(event)) if (value instanceof Date) freezeDate(value);
  return deepFreeze(event);
}

/** One time may stand under several names, so it may be frozen already. */
function freezeDate(date: Date): void {
  if (Object.isFrozen(date)) return;
  for (const name of SETTERS) {
    const refuse = (): never => {
      const error = new TypeError(`${name}: an event's times cannot be changed`);
      Error.captureStackTrace(error, refuse);
      throw error;
    };
    Object.defineProperty(date, name, { value: refuse });
  }
  Object.freeze(date);
}
