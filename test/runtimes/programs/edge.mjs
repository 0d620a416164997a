import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const receive = toFetchHandler(createContractHandler({ quarantine: false }));
addEventListener("fetch", (event) => event.respondWith(receive(event.request)));
