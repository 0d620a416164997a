import { decodeJson } from "../receiving/decode-json.ts";
import { Refusal } from "../receiving/refusal.ts";

/**
 * Why a value isn't handed on although it is JSON, by the webhook handler's own rules: it is no object, nested too deeply, or has a key that
 * changes prototypes when it is copied. `undefined` for one that may be.
 */
export function refusalOf(value: unknown): Refusal["code"] | undefined {
  try {
    decodeJson({ value });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
