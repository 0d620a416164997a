/** What `wrangler.jsonc`, `.dev.vars` and `wrangler secret put` set. */
export interface Env {
  /** The value of webhookUrlToken at GREEN-API. */
  readonly WEBHOOK_TOKEN: string;
  readonly REFUSED: KeyValueStore;
  /** For replies. The console shows all three; without them, replies are printed. */
  readonly API_URL?: string;
  readonly ID_INSTANCE?: string;
  readonly API_TOKEN?: string;
}

/** The method of a KV namespace that is used. */
export interface KeyValueStore {
  put(key: string, value: string | Uint8Array, options: { readonly expirationTtl: number }): Promise<void>;
}
