import { HOUR } from "./calendar.ts";

/** What is still to come, by the hour, so that no more than what lies ahead is kept. */
export interface HourQueue<T> {
  add(item: T): void;
  /** The items of the hour that begins at `hour`, in time order, which are then forgotten. */
  take(hour: number): T[];
}

export function hourQueue<T extends { readonly time: number }>(): HourQueue<T> {
  const hours = new Map<number, T[]>();
  return {
    add(item) {
      const hour = Math.floor(item.time / HOUR) * HOUR;
      const items = hours.get(hour);
      if (items) items.push(item);
      else hours.set(hour, [item]);
    },
    take(hour) {
      const items = hours.get(hour) ?? [];
      hours.delete(hour);
      return items.toSorted((one, other) => one.time - other.time);
    },
  };
}
