import type { JudgeRegex, RegexVerdict } from "./regexes.ts";

/** How long one regular expression is looked at, in milliseconds. */
const TIMEOUT = 10_000;

/**
 * A judge of regular expressions, by recheck; `undefined` where it is not installed. What it was asked before it
 * answers at once.
 */
export async function regexJudge(): Promise<JudgeRegex | undefined> {
  // Without this recheck looks for Java and native programs to start; it is fast enough in this process.
  process.env.RECHECK_BACKEND ??= "pure";
  const recheck = await import("recheck").catch(() => undefined);
  if (recheck === undefined) return undefined;
  const known = new Map<string, Promise<RegexVerdict>>();
  const ask = async (pattern: string, flags: string): Promise<RegexVerdict> => {
    // Recheck knows u, and v differs from it in sets of characters alone.
    const found = await recheck.check(pattern, flags.replace("v", "u"), { timeout: TIMEOUT });
    if (found.status === "unknown") return { status: "unknown", why: whyUnknown(found.error) };
    if (found.status === "safe") return { status: "safe" };
    return { status: "vulnerable", growth: found.complexity.summary, attack: found.attack.pattern };
  };
  return (pattern, flags) => {
    const key = `${flags}/${pattern}`;
    const answer = known.get(key) ?? ask(pattern, flags);
    known.set(key, answer);
    return answer;
  };
}

function whyUnknown(error: { readonly kind: string }): string {
  if (error.kind === "timeout") return `looking into it took more than ${TIMEOUT / 1_000} seconds`;
  return `recheck does not understand it (${error.kind})`;
}
