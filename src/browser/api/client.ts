import * as z from 'zod/mini';
import { antiForgeryHeader } from '../../contract/paths.ts';
import { problemSchema } from '../../contract/problem.ts';
import { ApiProblem, NoAnswer } from './api-problem.ts';
import { noteSignedOut } from './signed-out.tsx';

interface ApiRequest<Schema extends z.ZodMiniType> {
  method?: 'GET' | 'PUT' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  answer: Schema;
}

/** `Retry-After` in seconds as milliseconds, at most a minute; our own server sends no dates. */
function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 60) * 1000 : null;
}

/**
 * The browser's only fetch: one call of our own server, its answer parsed.
 * @throws ApiProblem when the server refuses, NoAnswer when nothing trustworthy came back.
 */
export async function callApi<Schema extends z.ZodMiniType>(path: string, request: ApiRequest<Schema>): Promise<z.infer<Schema>> {
  const headers: Record<string, string> = {
    ...request.headers,
    accept: 'application/json',
    [antiForgeryHeader.name]: antiForgeryHeader.value,
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(path, {
      method: request.method ?? 'GET',
      headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: request.signal ?? null,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    });
    json = await response.json();
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new NoAnswer('no answer', { cause });
  }
  noteSignedOut(response.status === 401);
  if (response.ok) {
    const answer = z.safeParse(request.answer, json);
    if (answer.success) return answer.data;
    throw new NoAnswer('an answer of another shape', { cause: answer.error });
  }
  const problem = z.safeParse(problemSchema, json);
  if (problem.success) throw new ApiProblem(problem.data, retryAfterMs(response));
  throw new NoAnswer(`status ${response.status}`);
}
