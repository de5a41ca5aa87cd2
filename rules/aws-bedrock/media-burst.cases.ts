import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, OFFLOADED, session } from "./call-by.cases.ts";
import { mediaBurst } from "./media-burst.ts";
import { CANVAS, OPUS, REEL } from "./used.cases.ts";

/** A call of a model that makes images or videos, without bodies. */
const draws = (arn: string, modelId = CANVAS) =>
  invocation({ identity: { arn }, modelId, operation: "InvokeModel", input: null, output: null });

const MODELS = [
  CANVAS,
  REEL,
  "amazon.titan-image-generator-v2:0",
  "stability.sd3-5-large-v1:0",
  "luma.ray-v2:0",
  "made-up.video-v1",
] as const;

export const mediaBurstCases = defineCases(mediaBurst, {
  raises: {
    "ten images of a role after its first": {
      records: (time) =>
        time
          .at("+0s", draws(DANA))
          .at("+6d")
          .every("5m", 11, (at) => draws(session(`task-${at}`))),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/claims-summary begins to make images or videos in numbers",
        dedup: "111122223333:role/claims-summary",
        createdAt: "+6d50m",
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          model: CANVAS,
          calls: 10,
          since: "2026-03-08T09:00:00.000Z",
        },
        destinations: [],
      },
    },
    "videos, the last within six hours by a millisecond": {
      records: (time) =>
        time
          .at("+0s", draws(session("a")))
          .at("+6d")
          .every("30m", 10, draws(DANA, REEL))
          .expectNothing()
          .at("+6d5h59m59s999ms", draws(DANA, REEL)),
    },
    "each way to make images or videos": {
      records: (time) =>
        MODELS.reduce(
          (going, modelId, at) =>
            going
              .at(`+${6 + at * 2}d`)
              .every("5m", 11, draws(DANA, modelId))
              .expectAlert(),
          time.at("+0s", draws(session("a"))).at("+5d", draws(session("a"))),
        )
          .at("+40d", draws(session("b"), REEL))
          .every("5m", 11, draws(session("b"), REEL)),
    },
    "once a day, by way of several models": {
      records: (time) =>
        time
          .at("+0s", draws(session("a")))
          .at("+6d")
          .every("5m", 11, draws(DANA))
          .expectAlert({ createdAt: "+6d50m" })
          .at("+6d23h55m")
          .every("5m", 11, draws(DANA, REEL))
          .expectUpdate()
          .at("+7d2h")
          .every("5m", 11, draws(DANA, "luma.ray-v2:0")),
    },
    "again after sixty days": {
      records: (time) =>
        time
          .at("+0s", draws(session("a")))
          .at("+6d")
          .every("5m", 11, draws(DANA))
          .expectAlert()
          .at("+70d")
          .every("5m", 11, draws(DANA)),
    },
  },
  ignores: {
    "a new model that writes, of whoever draws": (time) =>
      time
        .at("+0s", draws(DANA))
        .at("+6d", callBy(DANA, { modelId: OPUS, ...OFFLOADED }))
        .every("5m", 20, draws(DANA)),
    "models that embed images, or have to do with none": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 20, draws(session("b"), "amazon.titan-embed-image-v1"))
        .every("1m", 20, draws(session("b"), "openai.gpt-oss-120b-1:0")),
    "nine after the first": (time) =>
      time
        .at("+0s", draws(session("a")))
        .at("+6d")
        .every("5m", 10, draws(DANA)),
    "the tenth six hours after the first": (time) =>
      time
        .at("+0s", draws(session("a")))
        .at("+6d")
        .every("5m", 10, draws(DANA))
        .at("+6d6h", draws(DANA)),
    "a campaign of whoever draws now and then": (time) =>
      time
        .at("+0s", draws(session("a")))
        .at("+6d")
        .every("1m", 90, draws(session("b"))),
    "one image each of many": (time) =>
      time
        .at("+0s", draws(DANA))
        .at("+6d")
        .every("1m", 40, (at) => draws(`arn:aws:iam::111122223333:user/user-${at}`)),
  },
});
