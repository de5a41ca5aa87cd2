#!/usr/bin/env -S node --max-semi-space-size=16
// The option keeps the room for what is new small: by default it grows with the memory of the machine.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Starting takes half as long when what was compiled is kept. It is kept beside the code, where nobody can change it
// who could not change the code itself; where that cannot be written to, it is compiled anew.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/caracal", import.meta.url)));

await import("./main.ts");
