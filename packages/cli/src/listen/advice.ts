/** What to do about a delivery that wasn't simply delivered, by its code. */
export function adviceOn(code: string | undefined): string | undefined {
  return code === undefined ? undefined : advice[code];
}

const advice: Readonly<Record<string, string>> = {
  METHOD: "deliveries are POST requests",
  AUTH_MISSING:
    "send the header Authorization as webhookUrlToken says; the sample in GREEN-API's documentation carries none, add: -H 'Authorization: Bearer <token>'",
  AUTH_MALFORMED: "the header must be a scheme, a space and the token, such as: Authorization: Bearer <token>",
  AUTH_AMBIGUOUS: "send one Authorization header; a proxy may be adding a second",
  AUTH_INVALID: "compare --token with webhookUrlToken (setSettings); after a change both may come for 5 minutes",
  TOO_LARGE: "nothing that GREEN-API is known to send is that large",
  ENCODING: "GREEN-API sends plain JSON: look for a proxy that compresses requests",
  BODY_EMPTY: "send one JSON notification as the body",
  UTF8: "send the body as UTF-8",
  JSON: "correct the JSON at that place",
  DEPTH: "nothing that GREEN-API is known to send is nested like that",
  POISON_KEY: "nothing that GREEN-API is known to send has such a key",
  SHAPE: "send one JSON object with a typeWebhook",
  SCHEMA: "GREEN-API always sends what is named above; if this came from it, please report it",
  INCOMPLETE: "the sender hung up early, or its Content-Length is wrong",
  HANDLER_FAILED: "the sender tries again in 60 seconds",
  QUARANTINE_FAILED: "is the quarantine's folder writable, and the disk not full? The sender tries again in 60 seconds",
  DEADLINE: "the sender tries again in 60 seconds",
};
