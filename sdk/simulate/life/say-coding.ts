import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import { shipment } from "../talk.ts";
import type { Says } from "../workload.ts";

const SYSTEM = `You are a coding agent in a developer's terminal. Work in small steps, run the tests after each change, and ask before you delete anything that is not generated.`;

const FILES = [
  "src/slots.ts",
  "src/routes/quote.ts",
  "lib/tariff.py",
  "infra/main.tf",
  "web/board.tsx",
  "src/edi/desadv.ts",
];
const TASKS = [
  "The slot test fails on Sundays, please find out why.",
  "Add a field for the seal number to the quote form and to its API.",
  "Rename Tariff to RateCard everywhere, the tests included.",
  "The build is slow. What takes the time, and what can we leave out?",
  "Please upgrade the HTTP client and fix what breaks.",
  "Write a test for the case that a ferry is cancelled after booking.",
  "Why does the board flicker when a truck changes its gate?",
];
const COMMANDS = [
  "git status --short",
  "git diff --stat",
  "git log --oneline -15",
  "git add -A && git commit -m 'Move slots into a table of their own'",
  "git checkout -b fix/sunday-slots",
  "npm test",
  "npm run build 2>&1 | tail -20",
  "npm ci",
  "rm -rf node_modules && npm ci",
  "rm -rf dist coverage && npm run build",
  "ls -la",
  "ls src test",
  "grep -rn 'nextSlot' src | head -40",
  "find . -name '*.sql' -newer package.json",
  "sed -n 1,120p src/slots.ts",
  "cat package.json",
  "curl -s http://localhost:8080/health",
  "curl -sS https://api.tolvane.example/v1/slots?town=brackwell | head -c 400",
  "python3 -m pytest -q lib",
  "docker compose up -d db && sleep 3 && npm run migrate",
  "kubectl get pods -n board",
  "terraform plan -out plan.bin",
  "wc -l src/*.ts",
  "node --test test/slots.test.ts",
  "chmod +x scripts/release.sh",
  "tail -50 logs/dev.log",
  "node --version",
];
const RESULTS = [
  "On branch fix/sunday-slots\nnothing to commit, working tree clean",
  "PASS test/slots.test.ts\nTests: 41 passed, 41 total",
  "FAIL test/slots.test.ts\n  expected 2026-08-09T06:30, received 2026-08-09T07:30",
  "src/slots.ts:44: export function nextSlot(town: Town, after: Date): Slot {",
  "added 512 packages in 14s\n68 packages are looking for funding",
  '{"status":"ok","version":"4.12.0"}',
  "error TS2345: Argument of type 'string' is not assignable to parameter of type 'Town'.",
  "total 84\ndrwxr-xr-x 9 dev dev 4096 src\n-rw-r--r-- 1 dev dev 1843 package.json",
  "npm warn deprecated glob@8.1.0: Glob versions prior to v9 are no longer supported",
];
const REPORTS = [
  "The slot was computed in local time and compared in UTC. I changed the comparison, and all tests pass.",
  "Done: the field is in the form, the API and the migration. One test was missing and I added it.",
  "The rename touches 23 files. Tests and types are fine. The wiki still says Tariff.",
  "Most of the build is type checking twice. Without the second pass it takes 11 seconds instead of 26.",
];

const TOOLS = ["bash", "read_file", "edit_file", "search"];

/** One call of a coding agent: what the last command said, and the next command or the report. */
export const coding: Says = (random, _tokens, turn) => {
  const isDone = turn > 2 && random.chance(0.2);
  return {
    system: SYSTEM,
    offered: TOOLS,
    maxTokens: 8_192,
    ...(turn === 0
      ? { prompt: random.pick(TASKS) }
      : { history: [random.pick(TASKS)], toolResults: [resultOf(random)] }),
    ...(isDone ? { answer: random.pick(REPORTS) } : { toolCalls: [toolCall(random)] }),
  };
};

const resultOf = (random: Random): string =>
  `${random.pick(RESULTS)}\n(${shipment(random)}, ${random.int(2, 900)} ms)`;

function toolCall(random: Random): NonNullable<Exchange["toolCalls"]>[number] {
  if (random.chance(0.6)) return { name: "bash", input: { command: random.pick(COMMANDS) } };
  if (random.chance(0.5)) return { name: "read_file", input: { path: random.pick(FILES) } };
  return {
    name: "edit_file",
    input: { path: random.pick(FILES), old: "const slot = next(now);", new: "const slot = next(now, town);" },
  };
}
