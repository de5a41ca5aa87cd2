import { defineCases } from "caracal/testing";
import { callBy, DANA, person, refusal, session } from "./call-by.cases.ts";
import { enumerateThenSuccess } from "./enumerate-then-success.ts";

const OPUS = "us.anthropic.claude-3-opus-20240229-v1:0";
const CODES = ["AccessDeniedException", "ResourceNotFoundException", "ValidationException"];

const refused = (at: number, arn = DANA, code = CODES[at % 3] ?? "") =>
  refusal(code, `model-${at}`, {
    operation: at % 2 === 0 ? "InvokeModel" : "ConverseStream",
    identity: { arn },
  });

const opus = callBy(DANA, { modelId: OPUS, operation: "InvokeModelWithResponseStream" });

export const enumerateThenSuccessCases = defineCases(enumerateThenSuccess, {
  raises: {
    "three models that refuse, then one that answers": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1h")
          .every("1m", 3, (at) => refused(at))
          .at("+1h10m", opus),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana was refused by 3 models, then one answered",
        dedup: "111122223333:user/dana",
        createdAt: "+1h10m",
        context: { principal: "111122223333:user/dana", model: "anthropic.claude-3-opus-20240229-v1:0" },
        destinations: [],
      },
    },
    "over the sessions of a role, that never called before": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1h")
          .every("1m", 3, (at) => refused(at, session(`task-${at}`)))
          .at("+1h10m", callBy(session("task-9"))),
      alert: { dedup: "111122223333:role/claims-summary" },
    },
    "slowly: less than six hours from the first of three, by a millisecond; once in six hours": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1h")
          .every("1h", 3, (at) => refused(at))
          .at("+6h59m59s999ms", opus)
          .expectAlert()
          .at("+12h")
          .every("1m", 3, (at) => refused(at))
          .at("+12h50m", callBy(DANA, { modelId: "amazon.nova-pro-v1:0" }))
          .expectUpdate()
          .at("+13h")
          .every("1m", 3, (at) => refused(at))
          .at("+14h", callBy(DANA, { modelId: "amazon.nova-lite-v1:0" })),
      alert: { createdAt: "+14h" },
    },
    "a person who is denied": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1h")
          .every("1m", 3, (at) => refused(at, person("kim"), "AccessDeniedException"))
          .at("+2h", callBy(person("kim"), { modelId: OPUS })),
    },
    "a model that had not answered for thirty days": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d", opus)
          .at("+30d23h")
          .every("1m", 3, (at) => refused(at))
          .at("+31d", opus),
    },
    "when the account has been watched for a minute": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .every("1s", 3, (at) => refused(at))
          .at("+1m", opus),
    },
  },
  ignores: {
    "models that refuse, and none that answers": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1m", 9, (at) => refused(at)),
    "a model that answered less than thirty days before": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1d", opus)
        .at("+30d23h")
        .every("1m", 3, (at) => refused(at))
        .at("+30d23h59m59s999ms", opus),
    "the first minute of an account": (time) =>
      time
        .at("+0s", callBy(DANA))
        .every("1s", 3, (at) => refused(at))
        .at("+59s999ms", opus),
    "two models that refuse, over and over": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1m", 6, (at) => refused(at % 2))
        .at("+2h", opus),
    "a success six hours after the first of three": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1h", 3, (at) => refused(at))
        .at("+7h", opus),
    "a success before the refusals": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h", opus)
        .every("1m", 3, (at) => refused(at)),
    "a model that the principal uses anyway": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1d", opus)
        .at("+2d")
        .every("1m", 3, (at) => refused(at))
        .at("+2d1h", opus, callBy(DANA)),
    "a person who finds out what each model takes": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1m", 3, (at) => refused(at, person("kim"), "ValidationException"))
        .at("+2h", callBy(person("kim"), { modelId: OPUS })),
    "models that are throttled, then one that is not": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1m", 3, (at) => refused(at, DANA, "ThrottlingException"))
        .at("+2h", opus),
    "somebody else's success": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1h")
        .every("1m", 3, (at) => refused(at))
        .at("+2h", callBy(session("task"), { modelId: OPUS })),
  },
});
