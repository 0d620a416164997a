import { createContractHandler } from "@greenhook/core/contract";
import { oneSetUpOfEach } from "../contract/set-ups.ts";

// Serves one set-up in a process of its own. Says its port first, then how much memory is in use, each time it is asked.
const setUp = oneSetUpOfEach[Number(process.argv[2])];
if (setUp === undefined) throw new Error("There is no such set-up");
const { port } = await setUp.serve(createContractHandler({ quarantine: true }));
process.send?.({ port });
process.on("message", () => {
  // Connections whose clients have left are dropped within a second: what they hold is no leak.
  setTimeout(() => void collect().then(() => process.send?.({ heapBytes: process.memoryUsage().heapUsed })), 2000);
});

/** A web Request is let go in steps: what its finalizers release, only the next collection frees. */
async function collect(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
