import { HOUR } from "../calendar.ts";
import type { Action } from "../control-plane/trail-event.ts";
import { bucketOf } from "../company.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import type { Workload } from "../workload.ts";
import { attackOf } from "./attack.ts";
import { isService, takeOver } from "./seat.ts";
import { intruder, trailOf } from "./trail.ts";

/** A service that works at all hours, so that where it runs is never quiet for a day. */
const isBusy = (workload: Workload): boolean => isService(workload) && workload.rhythm === "always";

interface Way {
  /** Hours without a record. Shorter ones pass for a night. */
  readonly hours: readonly [number, number];
  /** Whether every region of the account goes quiet. */
  readonly isWhole?: boolean;
  /** What is done to the log's way, if the trail has it at all. */
  readonly action?: (account: string) => Action;
}

const hush =
  ({ hours, isWhole, action }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, isBusy);
    const { account, region } = seat;
    const to = stage.at + random.int(...hours) * HOUR;
    const trail = action
      ? trailOf(intruder(seat, stage.at, random), region, stage.at, [action(account)], random)
      : [];
    return attackOf([], {
      trail,
      silences: [{ account, ...(!isWhole && { region }), from: stage.at, to, missing: "records" }],
    });
  };

const denyBucket = (account: string): Action => ({
  service: "s3",
  name: "PutBucketPolicy",
  isWrite: true,
  request: {
    bucketName: bucketOf(account),
    bucketPolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: { Service: "bedrock.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${bucketOf(account)}/*`,
        },
      ],
    },
    Host: `${bucketOf(account)}.s3.amazonaws.com`,
  },
});

const dropRolePolicy = (): Action => ({
  service: "iam",
  name: "DeleteRolePolicy",
  isWrite: true,
  request: { roleName: "bedrock-logging", policyName: "write-logs" },
});

/** The log of a busy region stops, and nobody says why. */
export const loggingQuiet: Scenario = {
  id: "logging-quiet",
  title: "The invocation log of a busy region stops without a change of its configuration.",
  techniques: ["AML.T0015", "T1562.008"],
  variants: {
    "no-trace-of-it": hush({ hours: [26, 48] }),
    "whole-account": hush({ hours: [26, 40], isWhole: true }),
    "bucket-refuses": hush({ hours: [28, 50], action: denyBucket }),
    "role-without-policy": hush({ hours: [30, 56], action: dropRolePolicy }),
  },
};
