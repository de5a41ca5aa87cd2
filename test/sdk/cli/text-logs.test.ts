import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Reject } from "../../../sdk/cli/reject.ts";
import { caracal, folderWith, ndjson } from "./caracal.ts";

const ACCESS = `schema: Custom.Access
parser:
  fastmatch:
    match: ['%{ip} - %{user} [%{at}] "%{method} %{path} %{protocol}" %{status}']
    emptyValues: ["-"]
fields:
  - { name: ip, type: string, required: true, validate: { ip: any }, indicators: [ip] }
  - { name: user, type: string, indicators: [username] }
  - { name: at, type: timestamp, required: true, isEventTime: true, timeFormats: ["%d/%b/%Y:%H:%M:%S %z"] }
  - { name: method, type: string }
  - { name: path, type: string }
  - { name: status, type: int }
`;

const DOORS = `schema: Custom.Doors
parser: { csv: { hasHeader: true, skipPrefix: "#" } }
fields:
  - { name: time, type: timestamp, required: true, isEventTime: true }
  - { name: door, type: string, required: true }
  - { name: seconds, type: float }
`;

const RULES = `import { defineRule } from "caracal";
export * from "./generated/custom-access.ts";
export * from "./generated/custom-doors.ts";
export const denied = defineRule({
  id: "Access.Denied", logTypes: ["Custom.Access"], severity: "LOW",
  detect: (event) => event.status === 403, dedup: (event) => event.ip,
  title: (event) => \`\${event.user ?? "nobody"} of \${event.ip}\`,
});
export const opened = defineRule({
  id: "Door.Open", logTypes: ["Custom.Doors"], severity: "INFO",
  detect: (event) => (event.seconds ?? 0) > 60, title: (event) => \`\${event.door} open for \${event.seconds} s\`,
});
`;

/** A project with generated types for both logs. */
async function project(logs: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await folderWith({
    "schemas/Custom.Access.yml": ACCESS,
    "schemas/Custom.Doors.yml": DOORS,
    "rules/text.ts": RULES,
    ...logs,
  });
  const { code } = await caracal(["generate", "schemas", "--out", "rules/generated"], { cwd: folder });
  expect(code).toBe(0);
  return folder;
}

async function run(folder: string) {
  const args = ["run", "logs", "--format", "ndjson", "--rejects", "rejects.ndjson"];
  const { stdout, stderr, code } = await caracal(args, { cwd: folder });
  const rejects = ndjson<Reject>(await readFile(join(folder, "rejects.ndjson"), "utf8"));
  return { titles: ndjson<{ title: string }>(stdout).map(({ title }) => title), rejects, stderr, code };
}

/** A log of one day with many rows. */
function doorLog(day: number): string {
  const rows = Array.from(
    { length: 30_000 },
    (_, at) => `2026-03-0${day}T09:00:00.${String(at % 1000).padStart(3, "0")}Z,d${at},${at}\n`,
  );
  return `time,door,seconds\n${rows.join("")}`;
}

test("lines of text become events of the log type whose parser knows them", async () => {
  const folder = await project({
    "logs/access.log": `10.0.0.1 - amy [02/Mar/2026:09:00:00 +0000] "GET /a HTTP/1.1" 403
10.0.0.2 - - [02/Mar/2026:09:00:01 +0000] "GET /b HTTP/1.1" 403
10.0.0.3 - bob [02/Mar/2026:09:00:02 +0000] "GET /c HTTP/1.1" 200
`,
    "logs/doors.log.gz": gzipSync(`# doors of one day
time,door,seconds
2026-03-02T09:00:00Z,"front, left",61.5
2026-03-02T09:00:05Z,back,5
`),
  });
  const { titles, stderr, rejects, code } = await run(folder);
  expect(new Set(titles)).toEqual(
    new Set(["amy of 10.0.0.1", "nobody of 10.0.0.2", "front, left open for 61.5 s"]),
  );
  // Neither the comment nor the header is a record.
  expect(stderr).toContain("7 records = 5 events + 0 duplicates + 2 skipped + 0 rejected");
  expect([rejects, code]).toEqual([[], 0]);
});

test("what no parser knows is a reject, and so is broken JSON, which could pass for a row", async () => {
  const folder = await project({
    "logs/doors.log": `time,door,seconds
{"time":"2026-03-02T09:00:00Z"
2026-03-02T09:00:00Z,back,5,6
late,back,5
2026-03-02T09:00:00Z,back,long
10.0.0.999 - amy [02/Mar/2026:09:00:00 +0000] "GET /a HTTP/1.1" 403
`,
  });
  const { rejects, stderr } = await run(folder);
  expect(stderr).toContain("6 records = 1 event + 0 duplicates + 1 skipped + 4 rejected");
  expect(rejects.map(({ line, code, message, raw }) => ({ line, code, message, raw }))).toEqual([
    {
      line: 2,
      code: "RECORD_JSON_BROKEN",
      message: expect.any(String),
      raw: '{"time":"2026-03-02T09:00:00Z"',
    },
    {
      line: 3,
      code: "RECORD_NOT_CLASSIFIED",
      message: "neither JSON nor a line of Custom.Access, Custom.Doors",
      raw: "2026-03-02T09:00:00Z,back,5,6",
    },
    {
      line: 4,
      code: "RECORD_NOT_CLASSIFIED",
      message: "not Custom.Doors: the required field time should be timestamp (rfc3339), but is text",
      raw: "late,back,5",
    },
    {
      line: 6,
      code: "RECORD_NOT_CLASSIFIED",
      message: expect.stringContaining(
        "not Custom.Access: the field ip is text that validate does not allow",
      ),
      raw: expect.stringContaining("10.0.0.999"),
    },
  ]);
});

test("the first line of another log is not taken for a header, and is no lost record", async () => {
  const folder = await project({
    "logs/access.log": `what nothing knows, not even in part
10.0.0.1 - amy [02/Mar/2026:09:00:00 +0000] "GET /a HTTP/1.1" 403
`,
  });
  const { rejects, stderr } = await run(folder);
  expect(stderr).toContain("2 records = 1 event + 0 duplicates + 0 skipped + 1 rejected");
  expect(rejects).toMatchObject([{ line: 1, code: "RECORD_NOT_CLASSIFIED" }]);
});

test("a file that is looked into before its turn and read again has its header once", async () => {
  const folder = await project({
    "logs/a.log": doorLog(2),
    "logs/b.log": doorLog(1),
    "logs/c.log": doorLog(3),
  });
  expect((await run(folder)).stderr).toContain(
    "90,003 records = 90,000 events + 0 duplicates + 3 skipped + 0 rejected",
  );
});
