import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { caracal, folderWith, type Outcome, record, REPOSITORY } from "./caracal.ts";
import { install } from "./project.ts";

const execute = promisify(execFile);

const SCHEMAS = {
  "schemas/Custom.DoorLog.yml": `schema: Custom.DoorLog
fields:
  - { name: at, type: timestamp, timeFormats: [unix], required: true, isEventTime: true }
  - { name: user, type: string, required: true }
  - { name: action, type: string, validate: { allow: [open, shut] } }
  - { name: floor, type: int }
  - { name: badge, type: string }
  - { name: note, type: json }
`,
  "schemas/Custom.Gate.yml": `schema: Custom.Gate
fields:
  - { name: at, type: timestamp, timeFormats: [rfc3339], required: true, isEventTime: true }
  - { name: who, type: string, required: true, rename: { from: User Name } }
  - { name: status, type: string, validate: { allow: [open, shut] } }
  - { name: event, type: string }
  - { name: result, type: string }
  - { name: kind, type: string }
  - { name: lat, type: float }
  - { name: pin, type: int }
  - { name: level, type: int }
`,
};

const DOORS = [
  {
    at: 1_790_000_000,
    user: "Vera Lind",
    action: "open",
    floor: 3,
    badge: "4021998877665544",
    note: { ask: "Vera" },
  },
  { at: "1790000060", user: "Ole Berg", action: "open", floor: 3, badge: "31337", drifted: "Vera" },
];

const TRAIL = {
  eventVersion: "1.11",
  userIdentity: { type: "IAMUser", arn: "arn:aws:iam::999988887777:user/vera", userName: "vera" },
  eventTime: "2026-08-12T09:10:12Z",
  eventSource: "iam.amazonaws.com",
  eventName: "CreateAccessKey",
  awsRegion: "us-east-1",
  sourceIPAddress: "203.0.113.7",
  userAgent: "vera-cli/1.0",
  requestParameters: { userName: "vera" },
  eventID: "b1e2d3c4-5a69-4788-9796-000000000003",
  eventType: "AwsApiCall",
  recipientAccountId: "999988887777",
};

const FILES = {
  "package.json": '{ "type": "module" }',
  "tsconfig.json": `{ "extends": ${JSON.stringify(join(REPOSITORY, "tsconfig.json"))}, "include": ["rules", "test"] }`,
  ...SCHEMAS,
  "doors.ndjson": DOORS.map((door) => `${JSON.stringify(door)}\n`).join(""),
  "gate.json": JSON.stringify({
    at: "2026-05-05T10:00:00Z",
    "User Name": "Vera Lind",
    status: "open",
    event: "vera",
    result: "hunter2",
    kind: "xoxb-123-456-AbCdEf",
    lat: 48.137154,
    pin: 493_817,
    level: 4,
  }),
  "trail.json": JSON.stringify({ Records: [TRAIL] }),
  "calls.ndjson": [1, 2, 3, 4, 5, 6, 7]
    .map(
      (id) =>
        `${record(id, { modelId: `amazon.nova-${id}`, operation: id % 2 ? "Converse" : "InvokeModel" })}\n`,
    )
    .join(""),
  "mixed.ndjson": `${record(1)}\n${JSON.stringify(TRAIL)}\n`,
  "gates.ndjson": `{"at":"2026-05-05T10:00:00Z","User Name":"Vera Lind","event":"vera"}\n`,
  "calls-of-vera.json": record(1, { errorCode: "AKIAIOSFODNNEXAMPLE", modelId: "veracorp.secret-merger" }),
};

/** What the made-up people of the samples have that must not be in a test. */
const PRIVATE =
  /vera|lind|ole|berg|4021998877665544|31337|9999|203\.0\.113|b1e2d3c4|2026-0[58]|1790000|hunter2|xoxb|48\.1|493_?817|AKIA|merger|hooks/i;

const MADE: readonly (readonly [id: string, ...args: string[]])[] = [
  ["Acme.Bedrock.DeniedCalls"],
  ["Acme.Trail.Plain", "--log-type", "AWS.CloudTrail"],
  ["Acme.Door.Plain", "--log-type", "Custom.DoorLog"],
  ["Acme.Gate.Plain", "--log-type", "Custom.Gate", "--pack", "gates"],
  ["Acme.Door.Opened", "--from", "doors.ndjson"],
  ["Acme.Gate.Opened", "--from", "gate.json"],
  ["Acme.Trail.KeyCreated", "--from", "trail.json"],
  ["Acme.Bedrock.ManyCalls", "--from", "calls.ndjson"],
  ["Acme.Bedrock.Secret", "--from", "calls-of-vera.json"],
  ["Acme.Door.It's open", "--log-type", "Custom.DoorLog"],
  ["Acme.Alert.Alone", "--from", "alerts.json"],
  ["Acme.Alert.WithLogs", "--from", "alerts.json", "--logs", "errors.ndjson"],
];

let cwd = "";

beforeAll(async () => {
  const errors = Array.from({ length: 25 }, (_, id) => record(id, { errorCode: "ValidationException" }));
  cwd = await folderWith({ ...FILES, "errors.ndjson": errors.map((line) => `${line}\n`).join("") });
  await install(cwd);
  const run = await caracal(["run", "errors.ndjson", "--rules", "aws-bedrock", "--format", "json"], { cwd });
  const [alert] = JSON.parse(run.stdout) as object[];
  const told = {
    tags: ["customer:vera-gmbh"],
    destinations: ["on-call", "https://hooks.example/vera", "vera@claims.example", "xoxb-123-456-AbCdEf"],
  };
  await writeFile(join(cwd, "alerts.json"), JSON.stringify([{ ...alert, ...told }]));
  await caracal(["generate", "schemas", "--out", "rules/generated"], { cwd });
}, 120_000);

const made = new Map<string, Outcome>();

async function text(path: string): Promise<string> {
  return await readFile(join(cwd, path), "utf8");
}

describe("caracal new rule", () => {
  test("writes rules whose tests pass at once and compile, from nothing, from records and from alerts", async () => {
    await Promise.all(
      MADE.map(async ([id, ...args]) => {
        made.set(id, await caracal(["new", "rule", id, ...args], { cwd }));
      }),
    );
    expect([...made].filter(([, { code }]) => code !== 0)).toEqual([]);
    expect(made.get("Acme.Gate.Plain")?.stderr).toBe(
      "rules/gates/plain.ts written\ntest/rules/gates/plain.test.ts written\n\nNext:\n  npx caracal test Acme.Gate.Plain\n",
    );
    expect(made.get("Acme.Door.It's open")?.stderr).toMatch(
      /npx caracal test 'Acme\.Door\.It'\\''s open'\n$/,
    );
    const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
    const compiled = await execute(process.execPath, [tsc], { cwd }).catch(
      (error: { stdout: string }) => error,
    );
    expect(compiled.stdout).toBe("");
    const tested = await caracal(["test"], { cwd });
    expect(tested.stdout).toMatch(/\b\d+ passed, 0 failed\n$/);
    expect([tested.stdout.match(/^✓ Acme\./gm)?.length, tested.code]).toEqual([MADE.length, 0]);
  });

  test("detects what the samples have in common, and tells nothing of whom they came from", async () => {
    expect(await text("rules/acme-trail/key-created.ts")).toContain(`  detect: (event) =>
    event.eventSource === "iam.amazonaws.com" &&
    event.eventName === "CreateAccessKey" &&
    event.errorCode === undefined,
`);
    expect(await text("rules/acme-door/opened.ts")).toContain(
      '  detect: (event) => event.action === "open",\n  exceptions: [],\n  dedup: (event) => event.user,\n',
    );
    expect(await text("rules/acme-gate/opened.ts")).toContain(
      'detect: (event) => event.status === "open" && event.level === 4,',
    );
    expect(await text("rules/acme-bedrock/many-calls.ts")).toContain(
      '  detect: (event) =>\n    event.errorCode === undefined &&\n    (event.operation === "Converse" || event.operation === "InvokeModel"),\n',
    );
    for (const name of [
      "acme-trail/key-created",
      "acme-door/opened",
      "acme-gate/opened",
      "acme-bedrock/secret",
      "acme-alert/alone",
    ])
      for (const file of [`rules/${name}.ts`, `test/rules/${name}.test.ts`])
        expect((await text(file)).match(PRIVATE)?.[0]).toBeUndefined();
    expect(await text("test/rules/acme-trail/key-created.test.ts")).toContain(
      'arn: "arn:aws:iam::111122223333:user/user-1"',
    );
  });

  test("takes over from an alert what it tells, and its events where they are found", async () => {
    for (const name of ["alone", "with-logs"]) {
      const rule = await text(`rules/acme-alert/${name}.ts`);
      expect(rule).toContain('severity: "HIGH"');
      expect(rule).toContain('"MITRE ATLAS": ["AML.T0040"]');
      expect(rule).toContain('destinations: ["on-call"]');
      expect(rule).toContain('threshold: { count: 20, within: "1h" }');
    }
    expect(await text("rules/acme-alert/with-logs.ts")).toContain(
      'event.errorCode === "ValidationException"',
    );
    expect(made.get("Acme.Alert.WithLogs")?.stderr).not.toContain("not found");
    expect(made.get("Acme.Alert.Alone")?.stderr).toMatch(
      /^The events of alert [0-9a-f]{32} were not found, so the rule starts from a made-up one; name the logs/m,
    );
  });

  test("overwrites nothing", async () => {
    const before = await text("rules/acme-bedrock/denied-calls.ts");
    const { code, stderr } = await caracal(
      ["new", "rule", "Acme.Bedrock.DeniedCalls", "--from", "trail.json"],
      { cwd },
    );
    expect(code).toBe(3);
    expect(stderr).toContain("rules/acme-bedrock/denied-calls.ts: OUTPUT_EXISTS is there already");
    expect(await text("rules/acme-bedrock/denied-calls.ts")).toBe(before);
  });

  test.concurrent.each([
    [["A<b"], 3, /ARGUMENT_INVALID A<b is no id of a rule; write one such as Acme\.Bedrock\.NewRegion/],
    [["A..b"], 3, /ARGUMENT_INVALID A\.\.b is no id/],
    [["A.b", "--pack", "../up"], 3, /ARGUMENT_INVALID \.\.\/up is no folder below rules/],
    [
      ["A.b", "--log-type", "AWS.CloudTrial"],
      2,
      /RULE_LOG_TYPE_UNKNOWN no schema defines AWS\.CloudTrial; did you mean AWS\.CloudTrail\?/,
    ],
    [["A.b", "--from", "none.json"], 3, /none\.json: INPUT_NOT_FOUND /],
    [
      ["A.b", "--from", "mixed.ndjson"],
      3,
      /mixed\.ndjson: ARGUMENT_INVALID the samples are of AWS\.Bedrock.* and AWS\.CloudTrail.*--log-type/,
    ],
    [
      ["A.b", "--from", "gates.ndjson"],
      3,
      /ARGUMENT_INVALID no field of the samples tells them from other records of Custom\.Gate/,
    ],
    [
      ["A.b", "--from", "doors.ndjson", "--log-type", "AWS.CloudTrail"],
      3,
      /doors\.ndjson: ARGUMENT_INVALID no record of it is of a known log type: /,
    ],
    [
      ["A.b", "--from", "tsconfig.json"],
      3,
      /tsconfig\.json: ARGUMENT_INVALID no record of it is of a known log type: /,
    ],
  ])("%j is refused, and nothing is written", async (args, exitCode, told) => {
    const { code, stderr } = await caracal(["new", "rule", ...args], { cwd });
    expect(stderr).toMatch(told);
    expect(stderr).not.toContain("written");
    expect(code).toBe(exitCode);
  });
});
