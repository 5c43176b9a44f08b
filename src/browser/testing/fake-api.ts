/** An answer of the server; null is a connection that breaks. */
export type FakeAnswer = { status: number; body: unknown; headers?: Record<string, string> } | null;

export const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });

export const problem = (status: number, code: string, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  body: { type: `urn:dealslip:problem:${code}`, title: `Sentence of ${code}.`, status, code },
  headers,
});

/** What may take the place of `fetch`: gives the answers one after the other, the last one for ever, and notes every call. */
export function fakeApi(answers: FakeAnswer[]) {
  const calls: string[] = [];
  const bodies: unknown[] = [];
  async function respond(path: string, { method, body }: RequestInit): Promise<Response> {
    calls.push(`${method} ${path}`);
    bodies.push(typeof body === 'string' ? JSON.parse(body) : null);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
    if (!answer) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: answer.headers ?? {} });
  }
  return { respond, calls, bodies };
}
