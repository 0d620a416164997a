import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Keep connections to receivers open between deliveries. */
export interface Agents {
  /** For http addresses. */
  readonly http: HttpAgent;
  /** For https addresses. */
  readonly https: HttpsAgent;
  /** Ends all connections. */
  close(): void;
}

/** Agents without connections. */
export function createAgents(): Agents {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });
  return {
    http,
    https,
    close() {
      http.destroy();
      https.destroy();
    },
  };
}
