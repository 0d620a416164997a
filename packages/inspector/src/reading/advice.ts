import type { OutcomeCode } from "@greenhook/core";

/** What to do about a delivery with this code: an `OutcomeCode`, or `undefined` for any other text. */
export function adviceOn(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(advice, code) ? advice[code as OutcomeCode] : undefined;
}

const advice: Readonly<Record<OutcomeCode, string | undefined>> = {
  UNKNOWN_TYPE: undefined,
  METHOD: "deliveries are POST requests",
  IP_DENIED: "see sourceAddresses: GREEN-API's list of addresses moves",
  AUTH_MISSING:
    "send the value of webhookUrlToken in the Authorization header; the sample in GREEN-API's documentation has none, add: -H 'Authorization: Bearer <token>'",
  AUTH_MALFORMED: "the header must be a scheme, a space and the token: Authorization: Bearer <token>",
  AUTH_AMBIGUOUS: "send one Authorization header; a proxy may add a second",
  AUTH_INVALID: "compare --token with webhookUrlToken; for 5 minutes after a change GREEN-API may send either",
  TOKEN_UNAVAILABLE: "the token function fails: look at the outcome's error; GREEN-API retries in 60 seconds",
  TOO_LARGE: "GREEN-API isn't known to send bodies of this size",
  ENCODING: "GREEN-API sends plain JSON: look for a proxy that compresses requests",
  BODY_EMPTY: "send one JSON notification as the body",
  UTF8: "send the body as UTF-8",
  JSON: "correct the JSON at this position",
  DEPTH: "GREEN-API isn't known to send bodies nested this deeply",
  POISON_KEY: "GREEN-API isn't known to send such a key",
  SHAPE: "send one JSON object with a typeWebhook",
  SCHEMA: "GREEN-API always sends the fields above; if it sent this, please report it, and take it in onUnknown until then",
  INCOMPLETE: "the sender closed the connection early, or its Content-Length is wrong",
  BODY_CONSUMED: "mount the handler before anything that reads the body",
  INTERNAL: "this is a fault of the receiver; GREEN-API retries in 60 seconds",
  HANDLER_FAILED: "GREEN-API retries in 60 seconds",
  QUARANTINE_FAILED: "check that the quarantine folder is writable and the disk isn't full; GREEN-API retries in 60 seconds",
  DEADLINE: "GREEN-API retries in 60 seconds",
};
