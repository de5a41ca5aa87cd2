import type { Random } from "./random.ts";

/** Who calls: a service's role, a person signed in through IAM Identity Center, or an IAM user. */
export type Principal =
  | { readonly kind: "role"; readonly role: string; readonly session: "task" | "function" }
  | { readonly kind: "person"; readonly permissionSet: string; readonly person: string }
  | { readonly kind: "user"; readonly user: string };

const DOMAIN = "tolvane.example";

/** IAM Identity Center ends each role's name with 16 hexadecimal digits of its own choosing, one per account. */
const PERMISSION_SET_SUFFIX: Readonly<Record<string, string>> = {
  "111122223333": "4be1c07d92a65f38",
  "444455556666": "a90c3d5e71f24b86",
};

/** A role that runs many tasks: each task takes a session of its own, a function keeps its name. */
export const role = (name: string, session: "task" | "function" = "task"): Principal => ({
  kind: "role",
  role: name,
  session,
});

export const person = (permissionSet: string, name: string): Principal => ({
  kind: "person",
  permissionSet,
  person: name,
});

export const user = (name: string): Principal => ({ kind: "user", user: name });

/** The n-th copy of a principal (0 is the principal itself), with a name of its own. */
export function copyOf(principal: Principal, copy: number): Principal {
  if (copy === 0) return principal;
  const number = copy + 1;
  if (principal.kind === "role") return { ...principal, role: `${principal.role}-${number}` };
  if (principal.kind === "person") return { ...principal, person: `${principal.person}${number}` };
  return { ...principal, user: `${principal.user}-${number}` };
}

/** The `identity.arn` of one task. Each call of this function starts a fresh session where there is one. */
export function sessionArn(principal: Principal, account: string, random: Random): string {
  if (principal.kind === "user") return `arn:aws:iam::${account}:user/${principal.user}`;
  if (principal.kind === "person") {
    const suffix = PERMISSION_SET_SUFFIX[account] ?? "0000000000000000";
    const session = `${principal.person}@${DOMAIN}`;
    return `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${principal.permissionSet}_${suffix}/${session}`;
  }
  const session = principal.session === "task" ? `${principal.role}-${random.hex(12)}` : principal.role;
  return `arn:aws:sts::${account}:assumed-role/${principal.role}/${session}`;
}
