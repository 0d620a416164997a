import { fileURLToPath } from "node:url";

// Both are found by lock files otherwise, of which this repository has several.
const root = fileURLToPath(new URL("../..", import.meta.url));
export default { turbopack: { root }, outputFileTracingRoot: root };
