import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, session } from "./call-by.cases.ts";
import { mediaAbuse } from "./media-abuse.ts";
import { CANVAS, REEL } from "./used.cases.ts";

/** A request for so many images. */
const images = (numberOfImages: number, arn = DANA) =>
  invocation({
    identity: { arn },
    operation: "InvokeModel",
    modelId: CANVAS,
    input: {
      inputTokenCount: null,
      inputBodyJson: { taskType: "TEXT_IMAGE", imageGenerationConfig: { numberOfImages } },
    },
    output: null,
  });

/** A request for so many seconds of video. */
const video = (durationSeconds: number) =>
  invocation({
    operation: "InvokeModel",
    modelId: REEL,
    input: {
      inputTokenCount: null,
      inputBodyJson: { taskType: "TEXT_VIDEO", videoGenerationConfig: { durationSeconds } },
    },
    output: null,
  });

/** A call of a model, as the log has it without bodies. */
const bare = (modelId: string) =>
  invocation({ modelId, input: null, output: null, operation: "InvokeModel" });

export const mediaAbuseCases = defineCases(mediaAbuse, {
  raises: {
    "a hundred images, as a signal": {
      records: (time) => time.at("+0s", images(1)).at("+1d2h").every("2m", 20, images(5)),
      alert: {
        severity: "LOW",
        title: "Images and videos worth 100 images within an hour by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+1d2h38m",
        eventCount: 20,
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          images: 100,
          usual: 0,
          calls: 20,
          since: "2026-03-03T11:00:00.000Z",
          model: CANVAS,
        },
        summary: { modelId: { [CANVAS]: 20 }, region: { "eu-central-1": 20 } },
        destinations: [],
      },
    },
    "four hundred": {
      records: (time) => time.at("+0s", images(1)).at("+1d2h", images(400)),
      alert: { severity: "MEDIUM" },
    },
    "one less": {
      records: (time) => time.at("+0s", images(1)).at("+1d2h", images(399)),
      alert: { severity: "LOW" },
    },
    "fifty seconds of video, the last within the hour by a millisecond": {
      records: (time) =>
        time.at("+0s", video(6)).at("+1d2h", video(44)).expectNothing().at("+1d2h59m59s999ms", video(6)),
      alert: { context: { images: 100, model: REEL } },
    },
    "a hundred calls without bodies, of all models that make images or videos": {
      records: (time) =>
        time
          .at("+0s", bare(CANVAS))
          .at("+1d2h")
          .every("10s", 100, (at) =>
            bare(
              [
                CANVAS,
                REEL,
                "amazon.titan-image-generator-v2:0",
                "stability.sd3-5-large-v1:0",
                "luma.ray-v2:0",
                "made-up.video-v1",
              ][at % 6] ?? "",
            ),
          ),
      alert: { context: { images: 100 } },
    },
    "more than four times what is usual": {
      records: (time) =>
        time.every("1d", 3, images(30)).at("+3d", images(120)).expectNothing().at("+3d1m", images(1)),
      alert: { context: { usual: 30 } },
    },
    "after a day, to the millisecond": {
      records: (time) =>
        time.at("+0s", images(1)).at("+23h59m59s999ms", images(100)).expectNothing().at("+1d", images(1)),
    },
    "once in six hours": {
      records: (time) =>
        time
          .at("+0s", images(1))
          .at("+1d2h", images(100))
          .expectAlert()
          .at("+1d7h59m", images(100))
          .expectUpdate()
          .at("+1d8h", images(100)),
    },
  },
  ignores: {
    "ninety-nine images": (time) => time.at("+0s", images(1)).at("+1d2h", images(99)),
    "a campaign that draws as many each day": (time) => time.every("1d", 6, images(300, session("campaign"))),
    "embeddings of images": (time) =>
      time
        .at("+0s", bare("amazon.titan-embed-image-v1"))
        .at("+1d2h")
        .every("5s", 500, bare("amazon.titan-embed-image-v1")),
    "calls of a model that writes": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1d2h")
        .every("5s", 500, callBy(DANA, { operation: "ConverseStream" })),
    "calls that failed": (time) =>
      time
        .at("+0s", images(1))
        .at("+1d2h")
        .every("5s", 500, callBy(DANA, { modelId: CANVAS, errorCode: "ThrottlingException" })),
  },
});
