import { randomUUID } from 'node:crypto';
import { operations } from '../openapi/operations.ts';
import { complaints } from './check-answer.ts';

/** An answer, already found to fit the description. */
export type ServiceAnswer = { status: number; headers: Headers; body: unknown };

type Question = { query?: Record<string, string>; body?: unknown };

/** What a case expects of an answer; the message where Attio's documents or recordings give it. */
type Expectation = { status: number; code?: string; message?: string | RegExp };

/** Something answered otherwise than Attio's documents and recordings say. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

/** A service that speaks Attio's API: the sandbox, or the real one. Every answer is held to the description. */
export class Service {
  readonly asked = new Set<string>();
  private readonly url: string;
  private readonly token: string;
  private readonly pauseMs: number;
  private undoing: (() => Promise<unknown>)[] = [];

  /** `pauseMs` keeps the real service from having to slow us down. */
  constructor(url: string, token: string, pauseMs = 0) {
    this.url = url;
    this.token = token;
    this.pauseMs = pauseMs;
  }

  /** A word no earlier run has used. */
  word(): string {
    return `conformance-${randomUUID().slice(0, 8)}`;
  }

  /** Asks for one operation and throws a Difference if the answer does not fit its description. */
  async ask(
    operationId: string,
    parameters: Record<string, string> = {},
    { query, body }: Question = {},
  ): Promise<ServiceAnswer> {
    const operation = operations.find(({ id }) => id === operationId);
    if (!operation) throw new Error(`${operationId} is no operation`);
    this.asked.add(operationId);
    const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(parameters[name] ?? ''));
    const search = query ? `?${new URLSearchParams(query)}` : '';
    if (this.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    const response = await fetch(`${this.url}${path}${search}`, {
      method: operation.method,
      headers: { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: parsed(text) };
    const found = complaints(operationId, answer.status, answer.body);
    if (found.length > 0)
      throw new Difference(`${operation.method} ${path}: ${found.slice(0, 5).join('; ')}\n${text.slice(0, 600)}`);
    return answer;
  }

  /** The `data` of an answer that must be 200. */
  async data<Data>(operationId: string, parameters: Record<string, string> = {}, question: Question = {}): Promise<Data> {
    const answer = await this.ask(operationId, parameters, question);
    if (answer.status !== 200) throw new Difference(`${operationId}: expected 200, got ${JSON.stringify(answer.body)}`);
    return (answer.body as { data: Data }).data;
  }

  /** Asks for something that must be refused, and how. */
  async refused(expected: Expectation, operationId: string, parameters: Record<string, string> = {}, question: Question = {}) {
    const { status, body } = await this.ask(operationId, parameters, question);
    const { code, message } = body as { code?: string; message?: string };
    const fits =
      status === expected.status &&
      (expected.code === undefined || code === expected.code) &&
      (expected.message === undefined ||
        (typeof expected.message === 'string' ? message === expected.message : expected.message.test(message ?? '')));
    if (!fits) throw new Difference(`${operationId}: expected ${shown(expected)}, got ${JSON.stringify(body)}`);
  }

  /** Takes back what a case made, when it is over. */
  later(undo: () => Promise<unknown>): void {
    this.undoing.push(undo);
  }

  async undo(): Promise<void> {
    for (const undo of this.undoing.splice(0).reverse()) await undo();
  }
}

/** Throws a Difference unless every part of `expected` stands in `actual`. */
export function expectPart(actual: unknown, expected: unknown, at = ''): void {
  if (expected instanceof RegExp) {
    if (typeof actual !== 'string' || !expected.test(actual))
      throw new Difference(`${at}: ${JSON.stringify(actual)} is not ${expected}`);
  } else if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) throw new Difference(`${at}: got ${JSON.stringify(actual)}`);
    if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
      throw new Difference(`${at}: expected ${expected.length} of them, got ${JSON.stringify(actual)}`);
    for (const [key, part] of Object.entries(expected))
      expectPart((actual as Record<string, unknown>)[key], part, `${at}/${key}`);
  } else if (actual !== expected) {
    throw new Difference(`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const shown = ({ status, code, message }: Expectation) => [status, code, message].filter((part) => part !== undefined).join(' ');
