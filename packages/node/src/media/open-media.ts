import type { ClientRequest, IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { checkedTarget, type CheckedTarget, type TargetRules } from "./checked-target.ts";
import { MediaDownloadError, MediaRefusedError } from "./media-error.ts";

/** An answer whose body is the file. */
export interface OpenMedia {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
}

/** How the connection is made. Tests put their own certificate in; users can't. */
export interface MediaRules extends TargetRules {
  readonly ca?: string | undefined;
  readonly maxRedirects: number;
}

/** Asks for the file, following a few redirects, each checked like the first address. Nothing but the path is sent: no authorization, no cookies. */
export async function openMedia(downloadUrl: string, rules: MediaRules, signal: AbortSignal): Promise<OpenMedia> {
  let target = await checkedTarget(downloadUrl, rules);
  for (let redirects = 0; ; redirects += 1) {
    const opened = await ask(target, rules, signal);
    const { statusCode = 0, headers } = opened.response;
    if (statusCode === 200) return opened;
    opened.request.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
      throw new MediaDownloadError("STATUS", `its host answered with status ${statusCode}`, statusCode);
    }
    if (redirects === rules.maxRedirects) throw new MediaRefusedError("REDIRECTS", `it is behind more than ${redirects} redirects`);
    target = await checkedTarget(headers.location, rules, target.url);
  }
}

function ask({ url, address, family }: CheckedTarget, { ca }: MediaRules, signal: AbortSignal): Promise<OpenMedia> {
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, {
      agent: false,
      lookup,
      signal,
      ca,
      headers: { "accept-encoding": "identity", connection: "close" },
    });
    request.once("response", (response) => resolve({ request, response }));
    // Stays: an error after the answer began must not become an uncaught one.
    request.on("error", reject);
    request.end();
  });
}
