/** Where timers and promises end with the request that made them (Workers). */
export const runsOutliveRequests: boolean = false;

export const callBackLater = (_callback: () => void, _milliseconds: number): boolean => false;
