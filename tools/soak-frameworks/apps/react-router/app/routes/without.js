import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const receive = toFetchHandler(createContractHandler({ quarantine: false }));
const respond = ({ request }) => receive(request);
export { respond as action, respond as loader };
