import { defineCases, invocation, type Timeline } from "caracal/testing";
import { OFFLOADED, session } from "./call-by.cases.ts";
import { loggingQuiet } from "./logging-quiet.ts";

const call = invocation({ operation: "InvokeModelWithResponseStream" });

/** Of two principals by turns. */
const calls = (at: number) => (at % 2 ? call : invocation({ identity: { arn: session("task") } }));

/** Calls every five minutes from nine on, on a day after the timeline's first Monday. */
const workday = (time: Timeline, day: number, hours = 10) =>
  time.at(`+${day}d`).every("5m", hours * 12, calls);

/** A week of them, without the weekend. */
const week = (time: Timeline) => [0, 1, 2, 3, 4].reduce((days, day) => workday(days, day), time);

export const loggingQuietCases = defineCases(loggingQuiet, {
  raises: {
    "records stop that went on a week ago": {
      records: (time) =>
        workday(workday(week(time), 7), 8, 3)
          .at("+8d5h20m")
          .expectNothing()
          .at("+8d6h25m"),
      alert: {
        severity: "MEDIUM",
        title: "No records of Bedrock in account 111122223333, eu-central-1",
        dedup: "111122223333 eu-central-1",
        context: { account: "111122223333", region: "eu-central-1", missedHours: 2 },
      },
    },
    "a log that was switched off in the night": {
      records: (time) => workday(week(time), 7).at("+8d3h25m"),
    },
    "once in twelve hours": {
      records: (time) =>
        workday(workday(week(time), 7), 8, 1)
          .at("+8d4h30m")
          .expectAlert()
          .at("+8d6h", call)
          .at("+8d9h30m")
          .expectNothing(),
    },
  },
  ignores: {
    "nights, weekends and working days that end as ever": (time) =>
      [7, 8, 9, 10, 11].reduce((days, day) => workday(days, day), week(time)).at("+13d20h"),
    "a holiday on which somebody calls now and then": (time) =>
      workday(week(time), 7).at("+8d").every("50m", 12, invocation(OFFLOADED)).at("+8d20h"),
    "a pause of two hours": (time) =>
      workday(workday(week(time), 7), 8, 3)
        .at("+8d5h1m")
        .every("5m", 60, calls)
        .at("+8d20h"),
    "a load test of a week ago, where there is little else": (time) =>
      time.every("1m", 300, calls).at("+6d").every("1h", 7, call).at("+9d"),
    "a working day that ends an hour early": (time) => workday(workday(week(time), 7), 8, 9).at("+8d20h"),
    "a pilot that is used now and then": (time) => time.every("20m", 700, calls).at("+11d"),
  },
});
