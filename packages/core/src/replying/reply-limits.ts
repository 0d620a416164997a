import { ApiValidationError } from "../api/call/api-error.ts";
import type { TypeInstance } from "../notifications/instance-data.ts";

/** What a messenger allows, where GREEN-API's sources agree; a limit that they disagree on isn't here. Characters. */
interface ReplyLimits {
  readonly name: string;
  readonly message: number;
  /** WhatsApp's and MAX's: 1,024 by a page, 20,000 by the Postman collection. */
  readonly caption?: number;
  readonly buttons: boolean;
}

const limits: Readonly<Record<TypeInstance, ReplyLimits>> = {
  whatsapp: { name: "WhatsApp", message: 20_000, buttons: true },
  telegram: { name: "Telegram", message: 20_000, caption: 20_000, buttons: false },
  v3: { name: "MAX", message: 4_000, buttons: false },
};

/** Checks replies against the limits of a messenger; against none where it isn't known. */
export interface ReplyChecks {
  /** @throws {ApiValidationError} the text is longer than the messenger allows */
  readonly length: (method: string, key: "message" | "caption", text: unknown) => void;
  /** @throws {ApiValidationError} the messenger has no buttons */
  readonly buttons: (method: string) => void;
}

export function replyChecks(typeInstance: unknown): ReplyChecks {
  const known = typeof typeInstance === "string" && Object.hasOwn(limits, typeInstance) ? limits[typeInstance as TypeInstance] : undefined;
  return {
    length(method, key, text) {
      const limit = known?.[key];
      if (limit === undefined || typeof text !== "string" || isWithin(text, limit)) return;
      throw new ApiValidationError({ method, key, expected: `be at most ${limit} characters long on ${known?.name}` });
    },
    buttons(method) {
      if (known?.buttons !== false) return;
      throw new ApiValidationError({ method, detail: `${known.name} has no buttons` });
    },
  };
}

/** Counts an emoji as one, as users do: a text that GREEN-API would take isn't refused. Two units of a string make one character at most. */
function isWithin(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && Array.from(text).length <= limit);
}
