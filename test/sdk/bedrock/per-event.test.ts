import { expect, test } from "vitest";
import * as bedrock from "../../../sdk/bedrock/index.ts";
import { perEvent } from "../../../sdk/bedrock/per-event.ts";
import { asked, event } from "./event.ts";

const messages = [{ role: "user", content: "Where is pallet 12?" }];

/** A function of events that notes the model of each one it is worked out for. */
function counted() {
  const workedOut: string[] = [];
  const id = perEvent(({ modelId }) => {
    workedOut.push(modelId);
    return { id: modelId };
  });
  return { id, workedOut };
}

test("an event is worked out once, however many rules ask, and whatever else they ask in between", () => {
  const [one, other] = [counted(), counted()];
  const asking = event({ modelId: "a" });
  for (let rule = 0; rule < 3; rule++) {
    expect([one.id(asking).id, other.id(asking).id]).toEqual(["a", "a"]);
  }
  expect([one.workedOut, other.workedOut]).toEqual([["a"], ["a"]]);
});

test("two events that take turns each get their own answer, worked out anew", () => {
  const { id, workedOut } = counted();
  const [a, b] = [event({ modelId: "a" }), event({ modelId: "b" })];
  expect([a, b, a].map((some) => id(some).id)).toEqual(["a", "b", "a"]);
  expect(workedOut).toEqual(["a", "b", "a"]);
});

test("two events that look the same are two events", () => {
  const { id, workedOut } = counted();
  id(event());
  id(event());
  expect(workedOut).toHaveLength(2);
});

test("a body is read once by each function, however many rules ask for all of them", () => {
  let reads = 0;
  const body = new Proxy(
    { messages },
    {
      get(target, key) {
        if (key === "messages") reads++;
        return Reflect.get(target, key) as unknown;
      },
    },
  );
  const one = asked(body);
  const all = () => [bedrock.prompt(one).lastTurn, bedrock.requestBody(one).kind, bedrock.media(one).images];
  const first = all();
  const once = reads;
  expect([all(), all()]).toEqual([first, first]);
  expect(reads).toBe(once);
});
