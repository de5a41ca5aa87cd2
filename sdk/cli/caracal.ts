#!/usr/bin/env -S node --max-semi-space-size=16
// The option keeps the room for what is new small: by default it grows with the memory of the machine.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  // Nothing is imported before this: an older Node.js fails over the imports, and does not say why.
  process.stderr.write(`Caracal needs Node.js 22.18, 24 or later; this is ${process.version}\n`);
  process.exit(3);
}

const { keepCompiled } = await import("./keep-compiled.ts");
keepCompiled();

await import("./main.ts");
