import type { Exchange } from "../exchange.ts";

/** One message before the last. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}

/** What a user says before a tool is asked for, where the exchange tells nothing of it. */
const ASKED = "Please look that up.";

/**
 * The turns before the last one, the user's first and the model's last. Tool results answer a call of the model, so
 * a user's turn stands before them.
 */
export function earlierTurns({ history = [], toolResults = [] }: Exchange): readonly Turn[] {
  const turns = history.map((text, at): Turn => ({ role: at % 2 === 0 ? "user" : "assistant", text }));
  const isUsers = turns.at(-1)?.role === "user";
  if (toolResults.length > 0) return isUsers ? turns : [...turns, { role: "user", text: ASKED }];
  return isUsers ? [...turns, { role: "assistant", text: "Go on." }] : turns;
}

/** The name of the tool whose results an exchange has. */
export const toolOf = ({ offered = [] }: Exchange): string => offered[0] ?? "read_document";

/** What stands in a conversation for a call whose results come next. */
export const lookedUp = { path: "inbox/latest" } as const;

/** An exchange without blocks or roles: everything that is said, in one text. */
export function inOneText(exchange: Exchange, begin: Record<Turn["role"], string>): string {
  const { prompt, toolResults = [] } = exchange;
  const turns = earlierTurns(exchange).map(({ role, text }) => `${begin[role]}${text}`);
  const results = toolResults.map((result) => `${toolOf(exchange)} returned:\n${result}`);
  const last = [...results, ...(prompt === undefined ? [] : [prompt])].join("\n\n");
  return [...turns, `${begin.user}${last}`].join("\n\n");
}
