import type { Alert } from "../engine/alert.ts";
import type { Engine } from "../engine/engine.ts";
import type { Delivered } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import type { AlertOutput } from "./alert-output.ts";

/** Keeps the books of a run: which records were dealt with, and what came of them. */
export interface Ledger {
  /** Tells that a record was dealt with. */
  take(source: Source, record: Delivered): void;
  /** Tells that all records of a source were. */
  end(source: Source): void;
  /** Lets the engine take its turn, and hands on its alerts. */
  turn(): Promise<void>;
  /** Lets the engine finish, and hands on the rest: all sources are over. */
  finish(): Promise<void>;
}

/** The ledger of a run that leaves nothing for another to go on from. */
export function passingLedger(
  engine: Engine,
  deliver: (alerts: readonly Alert[]) => void,
  output: AlertOutput,
): Ledger {
  return {
    take: () => {},
    end: () => {},
    turn: async () => deliver(engine.turn()),
    async finish() {
      deliver(engine.finish());
      output.end();
    },
  };
}
