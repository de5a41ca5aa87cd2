#!/usr/bin/env -S node --max-semi-space-size=16
// The option keeps the room for what is new small: by default it grows with the memory of the machine.
import { keepCompiled } from "./keep-compiled.ts";

keepCompiled();

await import("./main.ts");
