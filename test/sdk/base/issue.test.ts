import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { CODES } from "../../../sdk/base/codes.ts";
import { formatIssue, type Issue, severityOf } from "../../../sdk/base/issue.ts";

const issue: Issue = { code: "SCHEMA_INVALID", message: "it is wrong" };

describe("an issue on one line", () => {
  test.each<[Partial<Issue>, string]>([
    [{}, "SCHEMA_INVALID it is wrong"],
    [{ source: "a.yml" }, "a.yml: SCHEMA_INVALID it is wrong"],
    [{ source: "a.yml", line: 3 }, "a.yml:3: SCHEMA_INVALID it is wrong"],
    [{ source: "a.yml", line: 3, column: 7 }, "a.yml:3:7: SCHEMA_INVALID it is wrong"],
    [{ source: "a.yml", fix: "mend it" }, "a.yml: SCHEMA_INVALID it is wrong; mend it"],
  ])("%j", (more, line) => {
    expect(formatIssue({ ...issue, ...more })).toBe(line);
  });
});

test("an issue that carries its severity tells it", () => {
  expect(formatIssue({ ...issue, source: "a.yml", severity: severityOf(issue) })).toBe(
    "a.yml: error SCHEMA_INVALID it is wrong",
  );
});

test("what ends no command with an exit code is a warning", () => {
  expect(severityOf({ code: "SCHEMA_DOUBTFUL" })).toBe("warning");
  expect(severityOf({ code: "GENERATED_STALE" })).toBe("error");
});

describe("CaracalError", () => {
  test("takes one issue or several, and says each on a line", () => {
    expect(new CaracalError(issue).issues).toEqual([issue]);
    const error = new CaracalError([issue, { ...issue, source: "b.yml" }]);
    expect(error.name).toBe("CaracalError");
    expect(error.message).toBe("SCHEMA_INVALID it is wrong\nb.yml: SCHEMA_INVALID it is wrong");
    expect(error).toBeInstanceOf(Error);
  });

  test("keeps its cause", () => {
    const cause = new Error("disk");
    expect(new CaracalError(issue, { cause }).cause).toBe(cause);
  });
});

test.each(Object.keys(CODES))("the code %s is used", (code) => {
  const sdk = join(import.meta.dirname, "../../../sdk");
  const files = readdirSync(sdk, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith("codes.ts"),
  );
  expect(files.filter((path) => readFileSync(join(sdk, path), "utf8").includes(`"${code}"`))).not.toEqual([]);
});
