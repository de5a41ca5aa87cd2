/** The methods that change a Date, which freezing it does not stop. */
const SETTERS = Object.getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith("set"));

/** Freezes an event and all that it holds, times too, so that a rule that changes it throws. */
export function freezeEvent<T extends object>(event: T): T {
  if (event instanceof Date) freezeDate(event);
  else for (const value of Object.values(event)) if (isObject(value)) freezeEvent(value);
  return Object.freeze(event);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** What the runtime, and a frozen time, say of a change to what is frozen. */
const CHANGED =
  /^Cannot (assign to read only|add|delete|define|redefine) property|object is not extensible|times cannot be changed$/;

/** Whether an error is of a change to what is frozen. */
export function isChange({ message }: Error): boolean {
  return CHANGED.test(message);
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
}
