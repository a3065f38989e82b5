import type { Meta, Questions } from './apiTypes.ts';

export type { Meta };

/**
 * Asks the API, by a path such as `/figures`: in the browser over HTTP, on the server by calling the endpoint.
 * Rejects with an error that has the `status` and the `message` of the API's problem. The API's own
 * description, `/openapi.json`, comes as it is.
 */
export type Ask = <P extends keyof Questions>(
  path: P,
  params?: Params<P>,
) => Promise<Questions[P]['answer']>;

/** What a question takes, as written in an address: lists separated by commas. */
export type Params<P extends keyof Questions> = {
  [Name in Questions[P]['takes']]?: string | undefined;
};
