import type { JsonObject } from "../../base/json.ts";
import { HOUR } from "../calendar.ts";
import { bucketOf } from "../company.ts";
import { getLogging } from "../control-plane/bedrock-actions.ts";
import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Silence, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { trailOf, intruder } from "./trail.ts";
import { newUser, takenKey, takenPerson, takenService, type Who } from "./who.ts";

const put = (loggingConfig: JsonObject): Action => ({
  service: "bedrock",
  name: "PutModelInvocationLoggingConfiguration",
  isWrite: true,
  request: { loggingConfig },
  response: {},
});

/** Another bucket of the account, which nobody reads. */
const elsewhere = (random: Random): Action =>
  put({
    s3Config: {
      bucketName: `${random.pick(["tmp", "old-backups", "scratch", "data"])}-${random.hex(8)}`,
      keyPrefix: "",
    },
    textDataDeliveryEnabled: true,
    imageDataDeliveryEnabled: true,
    embeddingDataDeliveryEnabled: true,
    videoDataDeliveryEnabled: true,
  });

/** The old bucket, but nothing of what is said. */
const mute = (account: string): Action =>
  put({
    s3Config: { bucketName: bucketOf(account), keyPrefix: "" },
    textDataDeliveryEnabled: false,
    imageDataDeliveryEnabled: false,
    embeddingDataDeliveryEnabled: false,
    videoDataDeliveryEnabled: false,
  });

/** Three to twenty hours until somebody sees it. */
const redirect =
  (who: Who, missing: Silence["missing"], before: readonly Action[] = [getLogging]) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const { account, region } = seat;
    const change = missing === "records" ? elsewhere(random) : mute(account);
    const trail = trailOf(intruder(seat, stage.at, random), region, stage.at, [...before, change], random);
    const from = trail.at(-1)?.time ?? stage.at;
    const to = from + random.int(3, 20) * HOUR;
    return attackOf([], { trail, silences: [{ account, region, from, to, missing }] });
  };

/** The invocation log goes elsewhere, or goes without what is said. */
export const loggingRedirected: Scenario = {
  id: "logging-redirected",
  title: "Somebody sends the invocation log to another bucket, or has what is said left out of it.",
  techniques: ["AML.T0012", "T1562.008"],
  variants: {
    "other-bucket-person": redirect(takenPerson, "records"),
    "other-bucket-key": redirect(takenKey, "records", []),
    "text-off-new-user": redirect(newUser, "bodies"),
    "text-off-service": redirect(takenService, "bodies", []),
  },
};
