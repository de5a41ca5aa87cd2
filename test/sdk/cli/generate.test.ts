import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const DOOR = "schema: Custom.Door\nfields: [{ name: id, type: string }]\n";
const OVERLAY = "schema: Custom.Door\nfields: [{ name: more, type: string }]\n";

/** What `caracal generate PATH… --out generated` says, and the files that it writes. */
async function generate(files: Readonly<Record<string, string>>, ...paths: string[]) {
  const folder = await folderWith({ "generated/readme.txt": "", ...files });
  const { stderr, code } = await caracal(["generate", ...paths, "--out", "generated"], { cwd: folder });
  return {
    code,
    stderr,
    written: readdirSync(join(folder, "generated")).filter((name) => name.endsWith(".ts")),
  };
}

describe.concurrent("generate", () => {
  test.each([
    ["a folder", ["schemas"]],
    ["a schema", ["schemas/Custom.Door.yml"]],
    ["an overlay", ["schemas/Custom.Door.overlay.yaml"]],
    ["all of them", ["schemas", "schemas/Custom.Door.yml"]],
  ])("takes %s, and finds the overlay", async (_, paths) => {
    const files = { "schemas/Custom.Door.yml": DOOR, "schemas/Custom.Door.overlay.yaml": OVERLAY };
    expect(await generate(files, ...paths)).toEqual({
      code: 0,
      stderr: "generated/custom-door.ts written\n",
      written: ["custom-door.ts"],
    });
  });

  test("refuses two schemas that would generate one file, and names both", async () => {
    const files = { "a.yml": DOOR, "b.yml": `# The same.\n${DOOR}`, "c.yml": DOOR.replace("Door", "Gate") };
    expect(await generate(files, ".")).toEqual({
      code: 2,
      stderr:
        "generated/custom-door.ts written\ngenerated/custom-gate.ts written\n" +
        "b.yml:2:9: SCHEMA_INVALID schema: generates custom-door.ts, as a.yml does; give one of them another name\n",
      written: ["custom-door.ts", "custom-gate.ts"],
    });
    const alike = {
      "a.yml": DOOR.replace("Door", "DoorLog"),
      "b.yml": DOOR.replace("Custom.Door", "CustomDoor.Log"),
    };
    expect((await generate(alike, "a.yml", "b.yml")).stderr).toContain(
      "generates custom-door-log.ts, as a.yml does",
    );
  });

  test("refuses an overlay without its schema", async () => {
    expect(await generate({ "schemas/Custom.Door.overlay.yml": OVERLAY }, "schemas")).toEqual({
      code: 2,
      stderr:
        "schemas/Custom.Door.overlay.yml: SCHEMA_INVALID there is no schema beside the overlay; put it beside the Custom.Door.yml that it adds to\n",
      written: [],
    });
  });

  test("writes the good schemas of a folder, and tells what is wrong with the others", async () => {
    const bad = "schema: Custom.Wall\nfields: [{ name: id, type: strin }]\n";
    expect(await generate({ "schemas/a.yml": bad, "schemas/b.yml": DOOR }, "schemas")).toEqual({
      code: 2,
      stderr:
        "generated/custom-door.ts written\n" +
        "schemas/a.yml:2:28: SCHEMA_INVALID fields.0.type: unknown type strin; did you mean string?\n",
      written: ["custom-door.ts"],
    });
  });

  test("tells of a path that leads to no schema", async () => {
    expect(await generate({ "empty/readme.txt": "" }, "gone.yml", "empty", "empty/readme.txt")).toEqual({
      code: 3,
      stderr:
        "gone.yml: INPUT_NOT_FOUND there is no such schema or folder\n" +
        "empty: INPUT_NOT_FOUND there is no schema in it; schemas end in .yml or .yaml\n" +
        "empty/readme.txt: INPUT_NOT_FOUND there is no schema in it; schemas end in .yml or .yaml\n",
      written: [],
    });
  });
});
