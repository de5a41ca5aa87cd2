import { defineCases, invocation, type Timeline } from "caracal/testing";
import { KEY, OFFLOADED, session } from "./call-by.cases.ts";
import { quietHour } from "./quiet-hour.ts";

/** Of two principals by turns. */
const call = (at: number) =>
  invocation({ operation: "ConverseStream", identity: { arn: at % 2 ? KEY : session(`task-${at}`) } });

const five = (time: Timeline) => time.every("1m", 5, call);

export const quietHourCases = defineCases(quietHour, {
  raises: {
    "five records a week ago, none now": {
      records: (time) => time.every("5m", 5, call).at("+7d1h20m").expectNothing().at("+7d1h21m"),
    },
    "what comes in the hours before and after is another": {
      records: (time) => five(time).at("+6d23h59m", call(0)).at("+7d1h", call(0)).at("+7d1h5m"),
    },
    "another region, and another account": {
      records: (time) =>
        five(time)
          .at("+7d1m", invocation({ region: "us-east-1" }), invocation({ accountId: "444455556666" }))
          .at("+7d1h5m"),
    },
  },
  ignores: {
    "four records a week ago": (time) => time.every("5m", 4, call).at("+8d"),
    "many records of one role a week ago": (time) => time.every("1m", 50, (at) => call(at * 2)).at("+8d"),
    "one record now, in the last minute": (time) => five(time).at("+7d59m", call(0)).at("+8d"),
    "five records that fall into two hours": (time) => time.at("+57m").every("1m", 5, call).at("+8d"),
    "a few records each week": (time) =>
      time.every("7d", 9, invocation({ operation: "InvokeModel", ...OFFLOADED })),
  },
});
