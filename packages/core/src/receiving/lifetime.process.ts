/** Whether what a request began goes on once the request has its response: where timers and promises belong to the process (Node, Bun, Deno). */
export const runsOutliveRequests: boolean = true;
