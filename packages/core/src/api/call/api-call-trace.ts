import type { TraceMessage } from "../../runtime/trace-message.ts";

/** The message of the tracing channel `greenhook:api`: a call of a method, with its waits and retries. */
export interface ApiCallTrace extends TraceMessage {
  /** As on the wire. */
  readonly method: string;
  /** Of the HTTP request. */
  readonly verb: string;
  /** The name of GREEN-API's host. */
  readonly host: string;
  /** Absent where the method is the partner's. */
  readonly idInstance?: string | undefined;
  /** How often it was sent: 0 before it is. */
  attempts: number;
  /** The HTTP status of the last response, where there is one. */
  status?: number | undefined;
}
