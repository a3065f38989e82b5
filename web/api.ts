import type { Ask } from './ask.ts';
import { PageProblem } from './problem.ts';

/**
 * Asks the API over HTTP from the browser. Rejects with a PageProblem that has the status and detail of the API's
 * problem+json, or status 503 if there was no answer; and with an AbortError once aborted.
 */
export function fetchAsk(prefix: string, signal?: AbortSignal): Ask {
  return async (path, params = {}) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries<string | undefined>(params)) {
      if (value) search.set(name, value);
    }
    const query = search.size ? `?${search}` : '';
    let response: Response;
    try {
      response = await fetch(`${prefix}/api/v1${path}${query}`, {
        headers: { accept: 'application/json' },
        // A cached answer about a release may come from an earlier version of this software.
        cache: 'no-cache',
        signal,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new PageProblem(503, 'the server did not answer');
    }
    if (response.ok) return response.json();
    throw new PageProblem(response.status, await detailOf(response));
  };
}

async function detailOf(response: Response): Promise<string> {
  try {
    const { detail, title } = (await response.json()) as { detail?: string; title?: string };
    return detail ?? title ?? response.statusText;
  } catch {
    return response.statusText;
  }
}
