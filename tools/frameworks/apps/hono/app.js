import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";
import { Hono } from "hono";

const without = toFetchHandler(createContractHandler({ quarantine: false }));
const withQuarantine = toFetchHandler(createContractHandler({ quarantine: true }));
export const app = new Hono().all("/without", ({ req }) => without(req.raw)).all("/with", ({ req }) => withQuarantine(req.raw));
