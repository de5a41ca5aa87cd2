import type { Principal } from "../principal.ts";
import type { Says, Workload } from "../workload.ts";
import { chatting } from "./say-chat.ts";
import { coding } from "./say-coding.ts";
import { retrieving } from "./say-retrieval.ts";
import { summarizing } from "./say-summary.ts";

/** What is said by whom, by the name of a role or permission set. The others have small talk. */
const SAYINGS: Readonly<Record<string, Says>> = {
  "call-notes": summarizing,
  "dispatch-chat": chatting,
  "driver-desk": chatting,
  Engineer: coding,
  "eu-dispatch-chat": chatting,
  "freight-assist": retrieving,
  "policy-search": retrieving,
  "remote-coder": coding,
  "shift-summaries": summarizing,
  "track-and-trace-bot": chatting,
};

/** What the calls of a workload say, where it is more than small talk. */
export const sayingsOf = ({ principal }: Workload): Says | undefined => SAYINGS[nameOf(principal)];

/** Whether a guardrail looks at what a workload says. */
export const isGuarded = (workload: Workload): boolean => sayingsOf(workload) === chatting;

/** Whether a workload is a coding agent. */
export const isCoding = (workload: Workload): boolean => sayingsOf(workload) === coding;

/** What principals of a kind have in common: the role, the permission set, the user. */
export function nameOf(principal: Principal): string {
  if (principal.kind === "role") return principal.role;
  return principal.kind === "person" ? principal.permissionSet : principal.user;
}
