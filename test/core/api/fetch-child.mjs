// Calls a local server with the client that other runtimes get (run with `--conditions=workerd`), once for each path; prints what came of it.
import { inspect } from "node:util";
import { createApiClient } from "@greenhook/core/api";

const [, , token, ...urls] = process.argv;
const outcomes = await Promise.all(
  urls.map(async (apiUrl) => {
    const client = createApiClient({
      apiUrl,
      idInstance: 1,
      apiTokenInstance: token,
      maxRetries: 0,
      // Only those that are about a timeout wait for one.
      responseTimeoutMilliseconds: apiUrl.endsWith("/silent") ? 400 : 20_000,
      bodyTimeoutMilliseconds: apiUrl.endsWith("/drip") ? 100 : 20_000,
    });
    try {
      return { value: await client.setSettings({ incomingWebhook: true }) };
    } catch (error) {
      const { name, code, status } = error;
      return { name, code, status, text: inspect(error, { depth: Infinity, showHidden: true }) };
    }
  }),
);
const aborted = createApiClient({ apiUrl: urls[0], idInstance: 1, apiTokenInstance: token });
const reason = await aborted.getSettings({ signal: AbortSignal.abort() }).catch((error) => error.name);
const proxied = createApiClient({ apiUrl: urls[0], idInstance: 1, apiTokenInstance: token, proxy: "env" });
const proxy = await proxied.getSettings().catch((error) => error.message);
process.stdout.write(JSON.stringify({ outcomes, reason, proxy }));
