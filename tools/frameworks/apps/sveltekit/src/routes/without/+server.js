import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const receive = toFetchHandler(createContractHandler({ quarantine: false }));
export const fallback = ({ request }) => receive(request);
