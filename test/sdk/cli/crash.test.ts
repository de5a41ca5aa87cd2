import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import difference from "lodash/difference.js";
import { beforeAll, describe, expect, test } from "vitest";
import { caracal, folderWith, REPOSITORY } from "./caracal.ts";
import { crashLog } from "./crash-log.ts";

const CHILD = fileURLToPath(new URL("crash-run.ts", import.meta.url));

/** How many kills at random times; `CRASHES=200 vitest run test/sdk/cli/crash.test.ts` does it thoroughly. */
const CRASHES = Number(process.env.CRASHES ?? 20);

/** Milliseconds that each of the tests may take. */
const TIMEOUT = 120_000 + CRASHES * 3_000;

type Outputs = readonly [alerts: string, rejects: string];

/** Starts a run that goes on from where the folder's state is. */
function start(cwd: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CHILD, ...args], {
    cwd,
    env: { ...process.env, NODE_COMPILE_CACHE: join(REPOSITORY, "node_modules/.cache/caracal") },
    stdio: "ignore",
  });
}

/** How it ended: true when it was killed. */
async function wasKilled(child: ChildProcess): Promise<boolean> {
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal === null) expect(code).toBe(0);
  return signal === "SIGKILL";
}

function outputsOf(cwd: string): Outputs {
  return [readFileSync(join(cwd, "O"), "utf8"), readFileSync(join(cwd, "R"), "utf8")];
}

/** Byte for byte; where they differ, the lines are told. */
function expectSame(cwd: string, expected: Outputs, when: string): void {
  for (const [at, text] of outputsOf(cwd).entries()) {
    const [lines, wanted] = [text.split("\n"), (expected[at] ?? "").split("\n")];
    expect({ lost: difference(wanted, lines), added: difference(lines, wanted) }, when).toEqual({
      lost: [],
      added: [],
    });
    expect(text === expected[at], `${when}: in another order, or twice`).toBe(true);
  }
}

/** What a run gives that keeps no state and is left alone. */
async function undisturbed(cwd: string, format: string): Promise<Outputs> {
  await caracal(["run", "logs", "--format", format, "--out", "O", "--rejects", "R"], { cwd });
  const outputs = outputsOf(cwd);
  for (const name of ["O", "R"]) rmSync(join(cwd, name));
  return outputs;
}

/** The run is over, and whoever runs again finds nothing more to read, and nothing to write. */
async function expectNothingLeft(cwd: string, format: string, outputs: Outputs): Promise<void> {
  const { stderr } = await caracal(
    ["run", "logs", "--format", format, "--out", "O", "--rejects", "R", "--state", "S"],
    { cwd },
  );
  expect(stderr).toMatch(/ 0 records = .*; 7 files read before; /);
  expectSame(cwd, outputs, "run again");
  const { stdout } = await caracal(["state", "show", "S", "--format", "json"], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ sources: { read: 7, inProgress: 0 }, waitingAlerts: 0 });
}

describe("a run that is killed and started again gives every alert and every reject once, byte for byte", () => {
  const small = crashLog(1_500);
  let expected: Outputs;

  beforeAll(async () => {
    expected = await undisturbed(await folderWith(small), "ndjson");
    expect(new Set(expected[0].match(/"ruleId":"[^"]+"/g)).size).toBe(11);
    expect(new Set(expected[1].match(/"code":"[^"]+"/g))).toEqual(
      new Set(['"code":"RECORD_JSON_BROKEN"', '"code":"MATCH_LATE"']),
    );
  });

  test(
    "killed before each of its steps towards the disk, and in the middle of each write",
    async () => {
      let next = 1;
      let isThrough = false;
      const lane = async (): Promise<void> => {
        while (!isThrough) {
          const step = next++;
          const cwd = await folderWith(small);
          if (!(await wasKilled(start(cwd, "ndjson", `${step}`)))) {
            isThrough = true;
            expect(step).toBeGreaterThan(20);
            await expectNothingLeft(cwd, "ndjson", expected);
          } else expect(await wasKilled(start(cwd, "ndjson"))).toBe(false);
          expectSame(cwd, expected, `killed at step ${step}`);
          rmSync(cwd, { recursive: true });
        }
      };
      await Promise.all([lane(), lane()]);
    },
    TIMEOUT,
  );
});

test.concurrent.each(["ndjson", "json"])(
  "killed again and again at any moment, a run with --format %s comes to the same end",
  async (format) => {
    const log = crashLog(3_000);
    const expected = await undisturbed(await folderWith(log), format);
    let cwd = "";
    // How long a run takes that is left alone: the load of the machine may change meanwhile.
    let duration = 2_000;
    for (let kills = 0; kills < CRASHES / 2; ) {
      cwd = await folderWith(log);
      for (let isOver = false; !isOver; ) {
        const began = performance.now();
        const child = start(cwd, format);
        const delay = duration * (0.2 + Math.random() * 0.8);
        const timer = kills < CRASHES / 2 ? setTimeout(() => child.kill("SIGKILL"), delay) : undefined;
        isOver = !(await wasKilled(child));
        clearTimeout(timer);
        if (isOver) duration = performance.now() - began;
        else kills++;
      }
      expectSame(cwd, expected, "killed at random");
    }
    await expectNothingLeft(cwd, format, expected);
  },
  TIMEOUT,
);
