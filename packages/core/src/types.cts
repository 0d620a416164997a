// The same types for CommonJS TypeScript, which may not import an ES module's types without saying so (TS1479).
export type * from "./types.ts" with { "resolution-mode": "import" };
