/** Imported into a process, writes its peak memory in KiB to its file descriptor 3 as it ends. */
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
