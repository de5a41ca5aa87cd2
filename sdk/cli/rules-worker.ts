import { keepCompiled } from "./keep-compiled.ts";

keepCompiled();
await import("./rules-worker-main.ts");
