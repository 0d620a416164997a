import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const receive = toFetchHandler(createContractHandler({ quarantine: false }));
export { receive as DELETE, receive as GET, receive as HEAD, receive as OPTIONS, receive as PATCH, receive as POST, receive as PUT };
