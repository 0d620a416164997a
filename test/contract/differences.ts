import type { Mutation } from "./mutations.ts";
import type { Observed, Observer } from "./observed.ts";

/** The responses of the observers to the same request that differ: nothing, if all is well. Behind a body parser what it lost is an exception. */
export async function differences(observers: readonly Observer[], { body, headers }: Mutation): Promise<string[]> {
  const seen = await Promise.all(observers.map(async (observer) => ({ observer, observed: await observer.send(body, headers) })));
  const reference = seen.find(({ observer }) => !observer.behindBodyParser)?.observed;
  if (reference === undefined) throw new Error("There is no set-up to compare with");
  return seen
    .filter(({ observer, observed }) => !(observer.behindBodyParser ? agrees(observed, reference, headers) : equals(observed, reference)))
    .map(({ observer: { name }, observed }) => `${name}: ${JSON.stringify(observed)} instead of ${JSON.stringify(reference)}`);
}

function equals(one: Observed, other: Observed): boolean {
  return one.status === other.status && one.body === other.body && one.delivered === other.delivered;
}

/** For what reaches us behind a body parser: the same notification, or the same refusal. */
function agrees(behind: Observed, bytes: Observed, headers: Mutation["headers"]): boolean {
  if (behind.code === "foreign") return behind.status >= 400;
  if (behind.status === bytes.status && behind.code === bytes.code && behind.delivered === bytes.delivered) return true;
  // What the parser lost before we could see it: bytes that are no UTF-8, the emptiness of a body, its encoding, its byte order marks.
  const lost = bytes.code === "UTF8" || bytes.code === "BODY_EMPTY" || bytes.code === "ENCODING" || headers["content-type"] !== undefined;
  return lost || (bytes.code === "JSON" && bytes.body.includes('"position":0'));
}
