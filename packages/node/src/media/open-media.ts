import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { checkedTarget, type CheckedTarget, type TargetRules } from "./checked-target.ts";
import { MediaDownloadError, MediaRefusedError } from "./media-error.ts";

/** A response whose body is the file. */
export interface OpenMedia {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
}

/** The rules for a connection. Tests add a certificate authority of their own; users can't. */
export interface MediaRules extends TargetRules {
  readonly ca?: string | undefined;
  readonly maxRedirects: number;
}

/** Requests the file, following a few redirects, each checked like the first URL. Nothing but the path is sent: no authorization, no cookies. */
export async function openMedia(downloadUrl: string, rules: MediaRules, signal: AbortSignal): Promise<OpenMedia> {
  let target = await checkedTarget(downloadUrl, rules);
  for (let redirects = 0; ; redirects += 1) {
    const opened = await request(target, rules, signal);
    const { statusCode = 0, headers } = opened.response;
    if (statusCode === 200) return opened;
    opened.request.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
      throw new MediaDownloadError("STATUS", `its host responded with status ${statusCode}`, statusCode);
    }
    if (redirects === rules.maxRedirects) throw new MediaRefusedError("REDIRECTS", `it is behind more than ${redirects} redirects`);
    target = await checkedTarget(headers.location, rules, target.url);
  }
}

function request({ url, address, family }: CheckedTarget, { ca }: MediaRules, signal: AbortSignal): Promise<OpenMedia> {
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  return new Promise((resolve, reject) => {
    const options = { agent: false, lookup, signal, headers: { "accept-encoding": "identity", connection: "close" } } as const;
    const sent = url.protocol === "http:" ? httpRequest(url, options) : httpsRequest(url, { ...options, ca });
    sent.once("response", (response) => resolve({ request: sent, response }));
    // Stays: an error in the middle of the response must not become an uncaught one.
    sent.on("error", reject);
    sent.end();
  });
}
