import type { DeliverySource } from "./delivery-context.ts";

/** A notification that arrived, however it did, not looked at yet. */
export interface Arrival {
  readonly body: ArrivalBody;
  readonly source: DeliverySource;
  /** How it first arrived, where it was stored in between. @default `source` */
  readonly origin?: DeliverySource | undefined;
  /** @default now */
  readonly receivedAt?: Date | undefined;
  /** The id that context and outcome carry. @default a random UUID */
  readonly id?: string | undefined;
  /** Which attempt this is, from 1. */
  readonly attempt?: number | undefined;
  /** A W3C trace context, handed on to handlers. */
  readonly traceparent?: string | undefined;
  /** The fields that one rebuilt from a journal can't have, handed on to handlers. */
  readonly missing?: readonly string[] | undefined;
  /** Aborted: nobody waits for the receipt any more. The handlers' signal is aborted, and what wasn't delivered yet isn't. */
  readonly signal?: AbortSignal | undefined;
}

/** A body in memory: bytes (of any `Content-Encoding`), text, or what a body parser made of it. */
export type ArrivalBody =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly contentEncoding?: string | undefined }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly value: unknown };
