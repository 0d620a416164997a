import { expectFrameworks } from "../../long/frameworks/expect-frameworks.ts";
import { soakApps } from "../../long/frameworks/frameworks.ts";

expectFrameworks("tools/soak-frameworks", soakApps);
