import type { ZodMiniBoolean, ZodMiniNumber, ZodMiniOptional } from "zod/mini";
import type { Zod } from "../notifications/schema-for.ts";

/** The fields of `ForwardMarks`, to be spread into the object that carries them. */
export function forwardMarks(z: Zod): {
  forwardingScore: ZodMiniOptional<ZodMiniNumber>;
  isForwarded: ZodMiniOptional<ZodMiniBoolean>;
} {
  return { forwardingScore: z.optional(z.number()), isForwarded: z.optional(z.boolean()) };
}
