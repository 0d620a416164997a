// Polls the queue of a local server until it is empty or this process is killed; tells the server of each notification that it handled.
import { createApiClient, pollNotifications } from "@greenhook/core/api";

// A test that ran out of time must not leave it behind.
process.once("disconnect", () => process.exit());
process.channel.unref();

const [, , url, seed] = process.argv;
let state = Number(seed);
const random = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;

const client = createApiClient({
  apiUrl: url,
  idInstance: 1,
  apiTokenInstance: "t",
  maxRetries: 0,
  callsPerSecond: { receiveNotification: 100_000, deleteNotification: 100_000 },
});
await pollNotifications({
  client,
  drain: true,
  maxBackoffMilliseconds: 2,
  retryDelayMilliseconds: 1,
  deliver: async ({ value }) => {
    if (random() < 0.05) throw new Error("the handler failed");
    await (await fetch(`${url}/handled/${value.timestamp}`)).text();
  },
});
