/** The result of a dispatcher's `deliver`. */
export type DispatchResult = "handled" | "ignored" | "duplicate";
