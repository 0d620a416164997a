// What a run that ends with its request leaves to the retries (run with `--conditions=workerd`): prints the outcomes.
import { createWebhookHandler, withoutDuplicates } from "@greenhook/core";

let runs = 0;
const outcomes = [];
const handler = createWebhookHandler({
  token: "secret",
  deadlineMilliseconds: 250,
  // The first one never settles, as when its request is cancelled.
  deliver: withoutDuplicates(() => (++runs === 1 ? new Promise(() => undefined) : undefined), { leaseMilliseconds: 30 }),
  onOutcome: ({ outcome }) => outcomes.push(outcome),
});
for (let retry = 0; retry < 3; retry++) {
  await handler({
    method: "POST",
    authorization: ["Bearer secret"],
    body: { kind: "read", value: { typeWebhook: "later", timestamp: 1 } },
  });
}
process.stdout.write(JSON.stringify(outcomes));
