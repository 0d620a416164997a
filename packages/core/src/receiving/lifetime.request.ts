/** Where timers and promises end with the request that made them (Workers). */
export const runsOutliveRequests: boolean = false;
