/** One case of the contract: a request, and the response that every adapter gives to it. */
export interface ContractCase {
  /** A stable identifier, such as `"26.2"`: case 2 of row 26. */
  readonly id: string;
  readonly title: string;
  readonly request: ContractRequest;
  /**
   * The response: its status, then the code where there is one, such as `"401 AUTH_MISSING"`, `"200"` or `"200 quarantined JSON"`. `D` is for a
   * handler without a quarantine, `Q` for one with it.
   */
  readonly expected: { readonly D: string; readonly Q: string };
  /**
   * Further responses that are right where a body parser reads the body first: the parser's own (`"400 foreign"`), and the responses to the
   * value that it made of the body. Absent where a parser changes nothing.
   */
  readonly behindBodyParser?: readonly string[];
}

/** A request that `fetch` can send. */
export interface ContractRequest {
  /** @default "POST" */
  readonly method?: string;
  /**
   * Added to the defaults; an empty value removes a default header.
   *
   * @default the right token and `application/json`
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Text or bytes are sent with their length, a list of pieces without.
   *
   * @default no body
   */
  readonly body?: string | Uint8Array | readonly Uint8Array[];
  /**
   * How many times it is sent at once; each must get the expected response.
   *
   * @default 1
   */
  readonly times?: number;
}
