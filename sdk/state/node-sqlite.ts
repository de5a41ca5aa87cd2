import type * as Sqlite from "node:sqlite";

/**
 * The SQLite of Node.js, loaded when it is asked for. Some versions warn that it may change; its interface is tried on
 * every version that Caracal runs on, so that is nothing to bother a user with. It loads at once, so that no other
 * warning comes in between.
 */
export function nodeSqlite(): typeof Sqlite {
  const warn = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = (...args: unknown[]) => {
    if (args[1] !== "ExperimentalWarning") warn(...args);
  };
  try {
    return process.getBuiltinModule("node:sqlite");
  } finally {
    process.emitWarning = warn;
  }
}
