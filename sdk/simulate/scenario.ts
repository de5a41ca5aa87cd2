import type { Call } from "./call.ts";
import type { Random } from "./random.ts";
import type { Workload } from "./workload.ts";

/** What an attack may use and must fit in. */
export interface Stage {
  /** The log's first moment and its end, in milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** When the attack begins. At least eight days lie before it, so that everything has a past. */
  readonly at: number;
  /** Whether texts and choices come from the lists that only the scoreboard uses. */
  readonly heldOut: boolean;
  /** The company's workloads at that time, whose principals an attacker may have taken over. */
  readonly workloads: readonly Workload[];
}

/** A kind of attack. */
export interface Scenario {
  /** Such as `model-enumeration`. */
  readonly id: string;
  /** What happens, in one sentence. */
  readonly title: string;
  /** MITRE ATLAS technique ids. */
  readonly techniques: readonly string[];
  /** Each differs by operation, model family, record profile or evasion. The name says how. */
  readonly variants: Readonly<Record<string, (stage: Stage, random: Random) => Attack>>;
}

/** What an attack leaves in the logs. */
export interface Attack {
  readonly calls: readonly Call[];
  /** Control plane events, as CloudTrail has them, in any order. */
  readonly trail?: readonly TrailRecord[];
  /** Ordinary calls that the attack keeps out of the log: of what is silenced, from when to when. */
  readonly silences?: readonly Silence[];
  /** Texts that must never stand in an alert: planted secrets, and prompts. */
  readonly planted?: readonly string[];
}

export interface TrailRecord {
  /** Milliseconds since 1970, whole seconds. */
  readonly time: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface Silence {
  readonly account: string;
  /** Default: every region. */
  readonly region?: string;
  readonly from: number;
  readonly to: number;
  /** Whether the records are missing, or only their bodies. */
  readonly missing: "records" | "bodies";
}
