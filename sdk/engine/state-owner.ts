import type { Digest } from "../base/digest.ts";
import type { StateValue } from "../state/store.ts";
import type { CorrelationLane } from "./correlation/correlations.ts";
import type { KeyState } from "./correlation/key-state.ts";
import type { Scope, Sighting } from "./first-seen.ts";
import type { Group } from "./group.ts";
import type { Lane } from "./lane.ts";
import { correlationMeaning, type Meaning, meaningOf } from "./meaning.ts";
import type { Kind } from "./state-key.ts";
import type { Table } from "./table.ts";

/** A table of which the changes are saved. */
export type SavedTable = Pick<Table<object>, "takeChanges">;

/** A rule or a correlation, and what of it is saved. */
export interface StateOwner {
  readonly id: string;
  readonly meaning: Meaning;
  readonly tables: { readonly [K in Kind]?: SavedTable | undefined };
  /** Puts a saved value back. */
  readonly restore: (kind: Kind, name: string, value: StateValue) => void;
}

/** What is saved of a rule. */
export function ruleState({ rule, runner }: Lane, digest: Digest): StateOwner {
  const { groups, errors, firstSeen } = runner;
  return {
    id: rule.id,
    meaning: meaningOf(rule.rule, digest),
    tables: { group: groups, errors, seen: firstSeen?.keys, scope: firstSeen?.scopes },
    restore(kind, name, value) {
      if (kind === "group") runner.restore(name, value as Group);
      if (kind === "errors") errors.restore(name, value as Group);
      if (kind === "seen") firstSeen?.keys.restore(name, value as Sighting);
      if (kind === "scope") firstSeen?.scopes.restore(name, value as Scope);
    },
  };
}

/** What is saved of a correlation. */
export function correlationState({ correlation, runner }: CorrelationLane, digest: Digest): StateOwner {
  const { keys, errors } = runner;
  return {
    id: correlation.id,
    meaning: correlationMeaning(correlation.rule, digest),
    tables: { correlation: keys, errors },
    restore(kind, name, value) {
      if (kind === "correlation") runner.restore(name, value as KeyState);
      if (kind === "errors") errors.restore(name, value as KeyState);
    },
  };
}
