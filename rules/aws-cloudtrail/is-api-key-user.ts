/** Whether a user is one that AWS makes for a long-term API key. */
export function isApiKeyUser(name: string): boolean {
  return name.startsWith("BedrockAPIKey-");
}
