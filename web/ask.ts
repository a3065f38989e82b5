import type { Meta, Questions } from './apiTypes.ts';

export type { Meta };

/**
 * Asks the API, by a path such as `/figures`: in the browser over HTTP, on the server by calling the endpoint. Rejects
 * with an error that has the `status` and `message` of the API's problem. `/openapi.json` gives the API's own
 * description.
 */
export type Ask = <P extends keyof Questions>(
  path: P,
  params?: Params<P>,
) => Promise<Questions[P]['answer']>;

/** The parameters of a question, as written in an address: lists separated by commas. */
export type Params<P extends keyof Questions> = {
  [Name in Questions[P]['takes']]?: string | undefined;
};
