import { eventOf, invocation } from "caracal/testing";
import { expect, test } from "vitest";
import { readings } from "../../../sdk/bedrock/index.ts";

const KEYS = Array.from({ length: 6 }, (_, at) => `AKIA2B3C4D5E6F7G2H3${at}`);

const event = eventOf(
  "AWS.BedrockModelInvocation",
  invocation({
    input: {
      inputBodyJson: {
        system: [{ text: `system ${KEYS[0]}` }],
        messages: [
          { role: "user", content: [{ text: "an older turn" }] },
          { role: "assistant", content: [{ toolUse: { toolUseId: "t", name: "read", input: {} } }] },
          {
            role: "user",
            content: [
              { toolResult: { toolUseId: "t", content: [{ text: `result ${KEYS[1]}` }] } },
              { text: `turn ${KEYS[2]?.slice(0, 7)}` },
              { text: KEYS[2]?.slice(7) ?? "" },
            ],
          },
        ],
      },
    },
    output: {
      outputBodyJson: {
        output: {
          message: {
            role: "assistant",
            content: [
              { text: `answer ${KEYS[3]}` },
              { toolUse: { toolUseId: "u", name: "bash", input: { command: `rm -rf / ; ${KEYS[4]}` } } },
            ],
          },
        },
        stopReason: "guardrail_intervened",
        trace: { guardrail: { modelOutput: [`blocked ${KEYS[5]}`] } },
      },
    },
  }),
);

test("each text of a call is read for itself", () => {
  const { system, toolResults, lastTurn, answer, toolCalls, blockedAnswer } = readings(event);
  const found = [system, toolResults, lastTurn, answer, toolCalls, blockedAnswer].map(
    ({ secrets }) => secrets.length,
  );
  expect(found).toEqual([1, 1, 1, 1, 1, 1]);
  expect(toolCalls.commands).toMatchObject([{ name: "disk-wiped" }]);
  expect(answer.commands).toEqual([]);
});

test("each is read once, and a system's text once for all calls that have it", () => {
  expect(readings(event).lastTurn).toBe(readings(event).lastTurn);
  const { system } = readings(event);
  const other = eventOf(
    "AWS.BedrockModelInvocation",
    invocation({ input: { inputBodyJson: { system: [{ text: `system ${KEYS[0]}` }], messages: [] } } }),
  );
  expect(readings(other).system).toBe(system);
});

test("a record without bodies has nothing to read", () => {
  const bare = eventOf("AWS.BedrockModelInvocation", invocation());
  const { system, toolResults, lastTurn, answer, toolCalls, blockedAnswer } = readings(bare);
  for (const reading of [system, toolResults, lastTurn, answer, toolCalls, blockedAnswer]) {
    expect(reading.secrets).toEqual([]);
    expect(reading.commands).toEqual([]);
  }
});
