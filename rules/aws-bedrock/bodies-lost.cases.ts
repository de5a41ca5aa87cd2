import { defineCases, invocation, type SampleOf, type Timeline } from "caracal/testing";
import { bodiesLost } from "./bodies-lost.ts";

const call = (differs: SampleOf<typeof bodiesLost> = {}) => invocation(differs);
const whole = call({ input: { inputBodyJson: { messages: [] } }, output: { outputBodyJson: {} } });
const bare = call({ operation: "ConverseStream" });
const later = (record: ReturnType<typeof invocation>) => ({
  records: (time: Timeline) => time.at("+0s", whole).at("+1d", record),
});
const ignored = (record: ReturnType<typeof invocation>) => (time: Timeline) =>
  time.at("+0s", whole).at("+1d", record);

export const bodiesLostCases = defineCases(bodiesLost, {
  raises: {
    "a call of ConverseStream after a day of whole ones": later(bare),
    "one token less than could be too large": later(
      call({
        input: { inputTokenCount: 3_000, cacheReadInputTokenCount: 3_000, cacheWriteInputTokenCount: 3_000 },
        output: { outputTokenCount: 999 },
      }),
    ),
    "the same, where only what is read is counted": later(
      call({ input: { inputTokenCount: 9_000 }, output: { outputTokenCount: 999 } }),
    ),
    "the same, where only the cache is counted": later(
      call({
        input: { inputTokenCount: null, cacheReadInputTokenCount: 9_000 },
        output: { outputTokenCount: 999 },
      }),
    ),
    "all of it read from the cache": later(
      call({ input: { inputTokenCount: 0, cacheReadInputTokenCount: 1 }, output: { outputTokenCount: 1 } }),
    ),
    "after three days without one": {
      records: (time) => time.at("+0s", whole).at("+1d", bare).expectMatches(1).at("+4d", bare),
    },
  },
  ignores: {
    "a principal that was watched for less than a day": (time) => time.at("+0s", whole).at("+23h59m", bare),
    "a principal whose calls all failed so far": (time) =>
      time.at("+0s", call({ errorCode: "ThrottlingException", input: null, output: null })).at("+1d", bare),
    "a call without an answer": ignored(call({ output: { outputTokenCount: 0 } })),
    "an answer to nothing": ignored(call({ input: null, output: { outputTokenCount: 5 } })),
    "a region that never delivers bodies": (time) => time.every("1d", 9, bare),
    "a principal that is new": ignored(call({ identity: { arn: "arn:aws:iam::111122223333:user/kim" } })),
    "another region, and another account": (time) =>
      time.at("+0s", whole).at("+1d", call({ region: "us-east-1" }), call({ accountId: "444455556666" })),
    "three days that are not over": (time) => time.at("+0s", whole, bare).at("+2d23h", bare),
    "a request body alone": ignored(call({ input: { inputBodyJson: {} } })),
    "an answer alone": ignored(call({ output: { outputBodyJson: [] } })),
    "a request that is stored elsewhere": ignored(call({ input: { inputBodyS3Path: "s3://logs/in" } })),
    "an answer that is stored elsewhere": ignored(call({ output: { outputBodyS3Path: "s3://logs/out" } })),
    "a call that failed": ignored(call({ errorCode: "ThrottlingException" })),
    "an embedding": ignored(call({ operation: "InvokeModel", output: { outputTokenCount: null } })),
    "an image": ignored(call({ operation: "InvokeModel", input: null, output: null })),
    "a prompt that may have been too large": ignored(
      call({
        input: { inputTokenCount: 3_000, cacheReadInputTokenCount: 3_000, cacheWriteInputTokenCount: 3_000 },
        output: { outputTokenCount: 1_000 },
      }),
    ),
    "what is not in the sample": (time) => time.at("+0s", whole).at("+1d20s", bare),
  },
});
