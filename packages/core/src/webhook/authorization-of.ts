/**
 * The `Authorization` header that GREEN-API sends for a `webhookUrlToken`: none for an empty one, the token itself if it begins with `Bearer`
 * or `Basic`, and otherwise `Bearer` and the token.
 *
 * @see https://green-api.com/en/docs/api/receiving/technology-webhook-endpoint/
 */
export function authorizationOf(webhookUrlToken: string): string | undefined {
  if (webhookUrlToken === "") return undefined;
  return /^(?:Bearer|Basic) /i.test(webhookUrlToken) ? webhookUrlToken : `Bearer ${webhookUrlToken}`;
}
