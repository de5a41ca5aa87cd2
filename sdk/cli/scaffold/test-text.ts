import sortBy from "lodash/sortBy.js";
import { relative } from "node:path/posix";
import { type Duration, toMilliseconds } from "../../base/duration.ts";
import type { Draft } from "./draft.ts";
import { differs } from "./differs.ts";
import { otherThan } from "./other-than.ts";
import { printValue } from "../../testing/fuzz/print-value.ts";

/** The file of a drafted rule's test: what it detects, and what it leaves alone. */
export function testText(draft: Draft): string {
  const { subject, samples } = draft;
  const { name, own } = subject.sample;
  const folder = `test/rules/${draft.name.path}/..`;
  const isTyped = draft.isRenamed !== true;
  const names = ["defineCases", "testRule", name, ...(isTyped ? ["type SampleOf"] : [])];
  const imports = [
    `import { ${sortBy(names, (one) => one.replace("type ", "").toLowerCase()).join(", ")} } from "caracal/testing";`,
    `import rule from "${relative(folder, `rules/${draft.name.path}.ts`)}";`,
    ...(own === undefined ? [] : [`import { ${own.name} } from "${relative(folder, own.file)}";`]),
  ];
  const events = samples.map((_, at) => (samples.length === 1 ? "event" : `event${at + 1}`));
  const constants = samples.map((sample, at) => {
    const text = printValue(differs(sample, subject.sample.ordinary));
    return isTyped
      ? `const ${events[at]}: SampleOf<typeof rule> = ${text};\n`
      : `const ${events[at]} = ${text} as const;\n`;
  });
  return `${imports.join("\n")}\n\n${constants.join("")}\n${tableText(draft, events)}`;
}

function tableText(draft: Draft, names: readonly string[]): string {
  const { threshold, severity } = draft;
  const { change, what } = otherThan(draft);
  const [first = "event"] = names;
  const other = record(draft, `{ ...${first}, ${printValue(change).slice(2, -2)} }`);
  if (threshold === undefined) {
    const raises = names.map((name, at) => {
      const title = names.length === 1 ? "the event" : `event ${at + 1}`;
      return `      "${title}": { records: ${record(draft, name)}, alert: { severity: "${severity}" } },\n`;
    });
    return table(raises.join(""), `      "the same ${what}": ${other},\n`);
  }
  const { count, within } = threshold;
  const every = (times: number, one: string): string =>
    `(clock) => clock.every("${stepOf(threshold)}", ${times}, ${one})`;
  const raises = `      "${count} within ${within}": {
        records: ${every(count, record(draft, first))},
        alert: { severity: "${severity}", eventCount: ${count} },
      },
`;
  const ignores = `      "${count - 1} within ${within}": ${every(count - 1, record(draft, first))},
      "${count} ${what}": ${every(count, other)},
`;
  return table(raises, ignores);
}

function table(raises: string, ignores: string): string {
  return `testRule(
  rule,
  defineCases(rule, {
    raises: {
${raises}    },
    ignores: {
${ignores}    },
  }),
);
`;
}

function record({ subject: { sample } }: Draft, text: string): string {
  return sample.own === undefined ? `${sample.name}(${text})` : `${sample.name}(${sample.own.name}, ${text})`;
}

/** How far apart events are that all lie within the window. */
function stepOf({ count, within }: NonNullable<Draft["threshold"]>): Duration {
  const most = toMilliseconds(within) / 1_000 / count;
  return most > 10 ? "10s" : "1s";
}
