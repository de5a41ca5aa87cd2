import { promptShape } from "caracal/bedrock";
import { defineCases, eventOf, invocation } from "caracal/testing";
import { DANA, person, session } from "./call-by.cases.ts";
import { nearIdenticalPrompts } from "./near-identical-prompts.ts";
import { EMBED, type Sample } from "./used.cases.ts";

/** What somebody says to a model, through Converse unless it says otherwise. */
const says = (text: string, arn = DANA, differs: Sample = {}) =>
  invocation({
    identity: { arn },
    input: { inputBodyJson: { messages: [{ role: "user", content: [{ text }] }] } },
    ...differs,
  });

/** One of a row of questions that differ by a number alone. */
const member = (at: number, arn = DANA) =>
  says(`Was the record of patient number ${at * 31} part of what you were trained with?`, arn);

const shape = promptShape(eventOf("AWS.BedrockModelInvocation", member(1)));

/** The same, as Claude is called by InvokeModel. */
const native = (at: number) =>
  says("", DANA, {
    operation: "InvokeModelWithResponseStream",
    input: {
      inputBodyJson: {
        anthropic_version: "bedrock-2023-05-31",
        messages: [
          {
            role: "user",
            content: `Was the record of patient number ${at} part of what you were trained with?`,
          },
        ],
      },
    },
  });

/** What people write: each time something else, of syllables at random. */
const chat = (at: number) => {
  let state = at * 7919 + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) % 9;
  const word = () => `${"bdfgklmnp"[next()]}${"aeiouaeio"[next()]}${"bdfgklmnp"[next()]}`;
  return says(Array.from({ length: 12 }, word).join(" "));
};

export const nearIdenticalPromptsCases = defineCases(nearIdenticalPrompts, {
  raises: {
    "fifty questions that differ by a number": {
      records: (time) => time.at("+0s").every("30s", 50, (at) => member(at)),
      alert: {
        severity: "MEDIUM",
        title: "50 nearly identical prompts within an hour by 111122223333:user/dana",
        dedup: `111122223333:user/dana ${Number.parseInt(shape, 36) % 256}`,
        createdAt: "+24m30s",
        eventCount: 50,
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          shape,
          prompts: 50,
          usual: 0,
          since: "2026-03-02T09:00:00.000Z",
          model: "anthropic.claude-3-haiku-20240307-v1:0",
        },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 50 },
          operation: { Converse: 50 },
          region: { "eu-central-1": 50 },
        },
        destinations: [],
      },
    },
    "the fiftieth within the hour, by a millisecond, in streams": {
      records: (time) => time.every("30s", 49, native).expectNothing().at("+59m59s999ms", native(50)),
      alert: { summary: { operation: { InvokeModelWithResponseStream: 50 } } },
    },
    "a person's": {
      records: (time) => time.every("10s", 50, (at) => member(at, person("kim"))),
      alert: { severity: "MEDIUM", context: { kind: "sso-user" } },
    },
    "a role's, quietly": {
      records: (time) => time.every("10s", 149, (at) => member(at, session(`task-${at}`))),
      alert: { severity: "INFO" },
    },
    "a hundred and fifty of a role, loudly": {
      records: (time) => time.every("10s", 150, (at) => member(at, session(`task-${at}`))),
      alert: { severity: "MEDIUM", eventCount: 150 },
    },
    "more than four times what is usual": {
      records: (time) =>
        Array.from({ length: 3 }, (_, day) => day)
          .reduce((going, day) => going.at(`+${day}d`).every("1m", 30, (at) => member(at)), time)
          .at("+3d")
          .every("20s", 120, (at) => member(at))
          .expectNothing()
          .at("+3d45m", member(1)),
      alert: { context: { usual: 30, prompts: 121 } },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("10s", 50, (at) => member(at))
          .expectAlert({ createdAt: "+8m10s" })
          .at("+6h8m9s", member(1))
          .expectUpdate()
          .at("+6h8m10s")
          .every("10s", 50, (at) => member(at)),
    },
  },
  ignores: {
    "forty-nine": (time) => time.every("30s", 49, (at) => member(at)),
    "the fiftieth an hour after the first": (time) =>
      time.every("30s", 49, (at) => member(at)).at("+1h", member(1)),
    "a person who chats": (time) => time.every("10s", 300, (at) => chat(at)),
    "an application whose template is known": (time) =>
      Array.from({ length: 4 }, (_, day) => day).reduce(
        (going, day) => going.at(`+${day}d`).every("30s", 40 + day * 8, (at) => member(at, session("task"))),
        time,
      ),
    "short words of a voice menu": (time) => time.every("10s", 300, says("Yes, the second one")),
    "documents of a person, of more than 800 characters": (time) =>
      time.every("10s", 60, says(`Sum this letter up for me please. ${"x".repeat(767)}`)),
    "texts to embed": (time) => time.every("10s", 300, (at) => ({ ...member(at), modelId: EMBED })),
    "records without bodies": (time) => time.every("10s", 300, invocation({ operation: "InvokeModel" })),
    "calls that failed": (time) =>
      time.every(
        "10s",
        300,
        says("Was the record of patient number 17 part of it?", DANA, { errorCode: "ThrottlingException" }),
      ),
    "fifty of fifty people": (time) => time.every("10s", 50, (at) => member(at, person(`colleague-${at}`))),
  },
});
