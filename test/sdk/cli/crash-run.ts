/**
 * A run in a process of its own that commits at every turn, and that kills itself before its n-th step towards the
 * disk: a commit, a write (also in the middle of it) or a cut. `node crash-run.ts FORMAT N`; without N it lives on. It
 * fails when it commits what it wrote before that is on the disk, where a power cut would lose it.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync } from "node:sqlite";
import type { Format } from "../../../sdk/cli/formats.ts";
import { runLogs } from "../../../sdk/cli/run-logs.ts";

const [, , format = "", killAt = ""] = process.argv;
let steps = 0;
const unsynced = new Set<number>();

function step(): void {
  if (++steps === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

const exec: (this: DatabaseSync, sql: string) => void = Reflect.get(DatabaseSync.prototype, "exec");
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql) {
  if (sql === "COMMIT") {
    step();
    if (unsynced.size > 0) throw new Error("what was written is not on the disk");
  }
  exec.call(this, sql);
};
const { writeSync, fsyncSync, ftruncateSync } = fs;
fs.writeSync = ((file: number, bytes: Buffer, at: number) => {
  step();
  unsynced.add(file);
  const half = writeSync(file, bytes, at, Math.ceil((bytes.length - at) / 2));
  step();
  return half + writeSync(file, bytes, at + half);
}) as typeof writeSync;
fs.fsyncSync = (file) => {
  fsyncSync(file);
  unsynced.delete(file);
};
fs.ftruncateSync = (file, length) => {
  step();
  ftruncateSync(file, length);
};
syncBuiltinESMExports();

const options = {
  rules: ["rules"],
  format: format as Format,
  out: "O",
  rejects: "R",
  state: "S",
  lateness: 15 * 60_000,
  commitRecords: 1,
};
process.exitCode = await runLogs(["logs"], options);
