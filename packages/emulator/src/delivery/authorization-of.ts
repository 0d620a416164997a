/**
 * The `Authorization` header for a `webhookUrlToken`: none if it is empty, as it is if it names a scheme, else `Bearer` and the token.
 *
 * @see https://green-api.com/en/docs/api/receiving/technology-webhook-endpoint/
 */
export function authorizationOf(webhookUrlToken: string): string | undefined {
  if (webhookUrlToken === "") return undefined;
  return /^(?:Bearer|Basic) /i.test(webhookUrlToken) ? webhookUrlToken : `Bearer ${webhookUrlToken}`;
}
