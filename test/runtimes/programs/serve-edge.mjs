import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { EdgeRuntime, runServer } = createRequire(process.argv[2])("edge-runtime");
const runtime = new EdgeRuntime({ initialCode: readFileSync(new URL("edge.bundle.js", import.meta.url), "utf8") });
const { url } = await runServer({ runtime, host: "127.0.0.1" });
console.log(`port ${new URL(url).port}`);
