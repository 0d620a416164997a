import type { OpenUnion } from "../schema/open-union.ts";
import { literal, number, object, string, union, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * The account was blocked by a contact. Sent while `incomingBlockWebhook` is `"yes"`. WhatsApp; documented; deprecated, "temporarily not
 * working".
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/IncomingBlock/
 */
export interface IncomingBlock {
  readonly typeWebhook: "incomingBlock";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  /** The chat; `10000000000@c.us` stands for an unknown one. The table says integer, the examples have a string. */
  readonly chatId: string | number;
  readonly chatState: OpenUnion<"blocked">;
}

/** @internal */
export const incomingBlockSchema: Schema<IncomingBlock> = object({
  typeWebhook: literal("incomingBlock"),
  instanceData: instanceDataSchema,
  timestamp: number,
  chatId: union([string, number]),
  chatState: string,
});
