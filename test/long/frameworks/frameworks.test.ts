import { expectFrameworks } from "./expect-frameworks.ts";
import { frameworkApps } from "./frameworks.ts";

expectFrameworks("tools/frameworks", frameworkApps);
