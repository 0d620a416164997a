import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const receive = toFetchHandler(createContractHandler({ quarantine: false }));
export const prerender = false;
export const ALL = ({ request }) => receive(request);
