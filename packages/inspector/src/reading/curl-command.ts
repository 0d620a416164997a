/** A curl command that posts a body to a receiver, whose token is expected in the environment. */
export function curlCommand(url: string, body: string): string {
  return `curl ${quote(url)} -H "Authorization: Bearer $WEBHOOK_TOKEN" -H 'Content-Type: application/json' -d ${quote(body)}`;
}

/** For POSIX shells. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
