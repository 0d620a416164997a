export { toLambdaHandler, type LambdaEvent, type LambdaResult } from "./to-lambda-handler.ts";
