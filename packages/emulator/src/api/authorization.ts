import { positiveIn, textIn } from "./input-fields.ts";
import type { Instance } from "../instance/instance.ts";
import type { Method, Methods } from "./method.ts";

/**
 * Authorization by phone number, on Telegram and MAX. Any code and password are right. `emulator.setState(idInstance, "pendingPassword")`
 * makes a second factor necessary.
 */
export const authorization: Methods = {
  startAuthorization: step((instance, input) => {
    positiveIn(input, "phoneNumber");
    if (instance.stateInstance === "authorized") return "already_registered";
    instance.setState("pendingCode");
    return "";
  }),
  sendAuthorizationCode: step((instance, input) => {
    textIn(input, "code");
    if (instance.stateInstance !== "pendingCode") return "authorization_not_started";
    instance.setState("authorized");
    return "";
  }),
  sendAuthorizationPassword: step((instance, input) => {
    textIn(input, "password");
    if (instance.stateInstance !== "pendingPassword") return "authorization_not_started";
    instance.setState("authorized");
    return "";
  }),
};

/** `take` returns the reason of a failure, which comes with the status 200. */
function step(take: (instance: Instance, input: Readonly<Record<string, unknown>>) => string): Method {
  return {
    verbs: ["POST"],
    rate: 1,
    run: ({ instance, input }) => {
      const reason = take(instance, input);
      return { status: reason === "", data: { status: reason === "" ? "success" : "fail", reason } };
    },
  };
}
