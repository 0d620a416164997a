import { Refusal } from "../receiving/refusal.ts";
import { authenticate, expectedAuthorizations, onlyHeader, type ExpectedAuthorization } from "./authenticate.ts";

/** Returns the value of `webhookUrlToken`, or several that overlap while a change takes effect. A missing or blank one counts as a failure. */
export type TokenFunction = () => string | undefined | readonly string[] | Promise<string | undefined | readonly string[]>;

/** How long the result of a call serves. */
const freshMilliseconds = 60_000;
/** How long it serves after that, while calls fail. */
const staleMilliseconds = 600_000;
/** The least time from one call to the next: strangers must not drive a secret manager. */
const pauseMilliseconds = 5_000;
/** When a call counts as failed. One that was made in another request of a Worker may never settle. */
const callMilliseconds = 10_000;

/** The tokens that a function returns. At most one call is in flight. */
export class TokenSource {
  readonly #getToken: TokenFunction;
  #tokens: readonly ExpectedAuthorization[] | undefined;
  #error: unknown;
  /** When the call began that returned the tokens. */
  #asOf = Number.NEGATIVE_INFINITY;
  #calledAt = Number.NEGATIVE_INFINITY;
  #call: Promise<readonly ExpectedAuthorization[]> | undefined;

  constructor(getToken: TokenFunction) {
    this.#getToken = getToken;
  }

  /**
   * As `authenticate`, with the tokens that count now. An unknown token asks the function again: there may have been a rotation.
   *
   * @param onFailure called with what a failed call threw.
   * @throws Refusal TOKEN_UNAVAILABLE where calls have failed for too long, or from the start.
   */
  async authenticate(authorization: readonly string[], onFailure: (error: unknown) => void): Promise<number> {
    // What can't be a token at all isn't worth a call.
    onlyHeader(authorization);
    if (this.#age() >= freshMilliseconds) await this.#refresh(onFailure);
    const known = this.#tokens;
    if (known === undefined || this.#age() >= freshMilliseconds + staleMilliseconds)
      throw new Refusal("TOKEN_UNAVAILABLE", { leavesBodyUnread: true, cause: this.#error });
    try {
      return authenticate(authorization, known);
    } catch (error) {
      if (this.#tokens === known) await this.#refresh(onFailure);
      if (this.#tokens === known) throw error;
      return authenticate(authorization, this.#tokens ?? known);
    }
  }

  #age(): number {
    return performance.now() - this.#asOf;
  }

  async #refresh(onFailure: (error: unknown) => void): Promise<void> {
    if (this.#call === undefined) {
      if (performance.now() - this.#calledAt < pauseMilliseconds) return;
      this.#calledAt = performance.now();
      this.#call = this.#ask();
    }
    const call = this.#call;
    try {
      const tokens = await settledInTime(call);
      // The first of those who wait takes the result.
      if (this.#call !== call) return;
      this.#tokens = tokens;
      this.#asOf = this.#calledAt;
    } catch (error) {
      this.#error = error;
      onFailure(error);
    } finally {
      if (this.#call === call) this.#call = undefined;
    }
  }

  async #ask(): Promise<readonly ExpectedAuthorization[]> {
    const tokens = expectedAuthorizations(await this.#getToken());
    if (tokens === undefined) throw new TypeError("Cannot authenticate: the token function returned nothing, or a blank token");
    return tokens;
  }
}

/** Each who waits has a timer of its own: those of a Worker end with their request. */
async function settledInTime<Result>(call: Promise<Result>): Promise<Result> {
  let timer: Timer | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `Cannot authenticate: the token function took longer than ${callMilliseconds} ms`;
    timer = setTimeout(() => reject(new Error(message)), callMilliseconds);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
