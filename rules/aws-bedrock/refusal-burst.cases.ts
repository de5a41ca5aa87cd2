import { defineCases, invocation } from "caracal/testing";
import { answering, streaming } from "./bodies.cases.ts";
import { blocked } from "./guarded-bodies.cases.ts";
import { refusalBurst } from "./refusal-burst.ts";

const refused = invocation({ output: answering("I can't help with that request.") });
const refusedStream = invocation({
  operation: "InvokeModelWithResponseStream",
  output: streaming(["It", " is"], "refusal"),
});
const answered = invocation({
  operation: "InvokeModel",
  output: { outputBodyJson: { generation: "On Tuesday." } },
});

export const refusalBurstCases = defineCases(refusalBurst, {
  raises: {
    "four refusals within an hour, by a millisecond": {
      records: (time) => time.every("1m", 3, refused).expectNothing().at("+59m59s999ms", refusedStream),
      alert: {
        severity: "MEDIUM",
        title: "A model refuses 111122223333:user/dana again and again",
        dedup: "111122223333:user/dana",
        context: {
          calls: 4,
          since: "2026-03-02T09:00:00.000Z",
          lastStop: "refusal",
          lastBeginsWithRefusal: false,
        },
        summary: { operation: { Converse: 3, InvokeModelWithResponseStream: 1 } },
        destinations: [],
      },
    },
    "answers that a filter of the model's maker withheld": {
      records: (time) => time.every("1m", 4, invocation({ output: answering("", "content_filtered") })),
    },
    "in German, with six among a minute of answers, of which a third counts": {
      records: (time) =>
        time
          .every("5s", 12, answered)
          .every("1m", 5, invocation({ output: answering("Tut mir leid, dabei helfe ich nicht.") }))
          .expectNothing()
          .every("1m", 1, refused),
      alert: { context: { lastStop: "end", lastBeginsWithRefusal: true } },
    },
    "once an hour": {
      records: (time) =>
        time
          .every("1m", 4, refused)
          .expectAlert()
          .at("+59m", refused)
          .expectUpdate({ eventCount: 5 })
          .at("+3h")
          .every("1m", 4, refused),
      alert: { createdAt: "+3h3m" },
    },
  },
  ignores: {
    "three refusals": (time) => time.every("1m", 3, refused),
    "four, the last an hour after the first": (time) => time.every("1m", 3, refused).at("+1h", refused),
    "four of two users": (time) =>
      time.every("1m", 4, (at) => ({
        ...refused,
        identity: { arn: `arn:aws:iam::111122223333:user/u${at % 2}` },
      })),
    "a busy application with a refusal now and then": (time) =>
      time.every("10s", 200, (at) => (at % 20 === 19 ? refused : answered)),
    "means that are missing": (time) =>
      time.every(
        "1m",
        10,
        invocation({ output: answering("I'm sorry, but I cannot access the attachment.") }),
      ),
    "what a guardrail withheld": (time) => time.every("1m", 10, blocked()),
    "failed calls": (time) => time.every("1m", 10, { ...refused, errorCode: "ModelErrorException" }),
    "records without bodies": (time) => time.every("1m", 10, invocation()),
  },
});
