/** One case of the contract: a request, and the answer that every adapter gives to it. */
export interface ContractCase {
  /** The case's number in the project's table of deliveries, with a further number where a row has several cases: `"26.2"`. */
  readonly id: string;
  /** What the case is about, in a few words. */
  readonly title: string;
  /** What is sent. */
  readonly request: ContractRequest;
  /**
   * The answer: its status, then the code where there is one, such as `"401 AUTH_MISSING"`, `"200"` or `"200 quarantined JSON"`. `D` holds for a
   * handler without a quarantine, `Q` for one with it.
   */
  readonly expected: { readonly D: string; readonly Q: string };
  /**
   * Further answers that are right where a body parser reads the body first: its own refusals (`"400 foreign"`), and the answers to what it
   * made of the body. Absent where a parser changes nothing.
   */
  readonly behindBodyParser?: readonly string[];
}

/** A request that `fetch` can send. */
export interface ContractRequest {
  /** Default: `"POST"`. */
  readonly method?: string;
  /** Default: the right token and `application/json`. An empty value leaves the default header away. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text or bytes, sent with their length; a list of pieces is sent without a length. Default: none. */
  readonly body?: string | Uint8Array | readonly Uint8Array[];
  /** How many times it is sent at once; each must be answered as expected. Default: 1. */
  readonly times?: number;
}
