/** What a rule is called: its display name, else its id. */
export function displayNameOf(rule: { readonly displayName?: string; readonly id: string }): string {
  return rule.displayName ?? rule.id;
}
