import type { FieldNode, FieldTree } from "../event/field-tree.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "./rule.ts";
import type { Window } from "./threshold.ts";

type Callback = (event: unknown, window: Window) => unknown;

/**
 * Adds to `read` the fields that a rule reads of an event. All its functions are called, whatever `detect` says; what
 * they return or throw does not matter. A field that is only read in a case that the event is not is not found.
 */
export function addFieldsRead(rule: AnyRule, event: AnyEvent, tree: FieldTree, read: Set<FieldNode>): void {
  const watched = watch(event, tree, read);
  const time = event.p_event_time;
  const window: Window = { value: 1, count: 1, firstEventTime: time, lastEventTime: time };
  for (const callback of callbacksOf(rule)) {
    try {
      callback(watched, window);
    } catch {
      // Told by the run, as a rule error.
    }
  }
}

function callbacksOf(rule: AnyRule): Callback[] {
  const { threshold, firstSeen, exceptions = [], ...rest } = rule;
  const parts: unknown[] = [
    ...Object.values(rest),
    ...(typeof threshold === "object" ? Object.values(threshold as object) : []),
    ...Object.values(firstSeen ?? {}),
    ...exceptions.map(({ when }) => when),
  ];
  return parts.filter((part): part is Callback => typeof part === "function");
}

/** An object that notes which of its fields are read. */
function watch(object: object, tree: FieldTree, read: Set<FieldNode>): unknown {
  return new Proxy(object, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const isElement = Array.isArray(target);
      const node = typeof key === "string" && !isElement ? tree.get(key) : undefined;
      if (node !== undefined) read.add(node);
      const below = isElement ? tree : node?.fields;
      const isObject = typeof value === "object" && value !== null;
      return isObject && below !== undefined && below.size > 0 ? watch(value, below, read) : value;
    },
  });
}
