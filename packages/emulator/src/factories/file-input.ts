import type { MessageInput } from "./message-input.ts";

/** What the factories of files take. */
export interface FileInput extends MessageInput {
  /** Empty where GREEN-API has none (yet). Default: an address at `files.example.com`. */
  readonly downloadUrl?: string;
  /** Default: one that fits the kind of file. */
  readonly fileName?: string;
  /** Default: empty. */
  readonly caption?: string;
  /** Default: one that fits the kind of file. */
  readonly mimeType?: string;
}
