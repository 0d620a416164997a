import { JoinedBytes } from "../../bytes/joined-bytes.ts";
import { TransportFailure } from "./transport-failure.ts";
import type { UploadBody } from "./upload-body.ts";

/** Sends one request and reads its whole response. The one part of the client that differs between runtimes. */
export interface Transport {
  /** Resolves to the response whatever its status. @throws {TransportFailure} anything else; or the signal's reason. */
  readonly send: (request: TransportRequest) => Promise<TransportResponse>;
}

export interface TransportOptions {
  /** How long connecting may take. Milliseconds. */
  readonly connectTimeoutMilliseconds: number;
  /** Whether `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` count. */
  readonly proxy?: "env" | undefined;
  /** The token as it stands in URLs: hidden from the runtime's observers. */
  readonly secret: string;
}

export interface TransportRequest {
  /** Contains the token: must not be shown. */
  readonly url: string;
  readonly verb: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | UploadBody | undefined;
  readonly maxResponseBytes: number;
  readonly signal: AbortSignal;
  /** Called for each part of an upload that is about to be sent, by transports that can see it. Bytes. */
  readonly onChunk: (bytes: number) => void;
  /** Called when the response's headers have arrived. */
  readonly onHeaders: () => void;
}

export interface TransportResponse {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly bytes: Uint8Array;
}

/** @throws {TransportFailure} `TOO_LARGE` */
export async function joinWithin(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const body = new JoinedBytes();
  for await (const chunk of chunks) {
    if (body.length + chunk.byteLength > maxBytes) throw new TransportFailure("TOO_LARGE");
    body.add(chunk);
  }
  return body.joined();
}
