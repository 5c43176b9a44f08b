import { type LogLevel, logLevels } from './config.ts';

/**
 * One thing that happened. Every field there is stands here: bodies, names, addresses, headers and query strings cannot
 * be logged because there is nowhere to put them.
 */
export interface LogEvent {
  event:
    | 'started'
    | 'stopping'
    | 'stopped'
    | 'request'
    | 'create'
    | 'create_reference'
    | 'abandoned'
    | 'look'
    | 'decision'
    | 'duplicate'
    | 'failed';
  request_id?: string | undefined;
  method?: string | undefined;
  /** The route's template, never the address itself. */
  route?: string | undefined;
  status?: number | undefined;
  ms?: number | undefined;
  /** The `code` of the problem answered. */
  problem?: string | undefined;
  workspace_id?: string | undefined;
  member_id?: string | undefined;
  submission_id?: string | undefined;
  attempt?: number | undefined;
  outcome?: string | undefined;
  /** Attio's own id of the call, for its support. */
  execution_id?: string | null | undefined;
  count?: number | undefined;
  /** The class of an error and where it was thrown; never its message, which may quote what was typed. */
  error?: string | undefined;
  at?: string[] | undefined;
}

/** Writes an event at a level. */
export type Log = (level: Exclude<LogLevel, 'silent'>, event: LogEvent) => void;

/** A log of JSON lines, each escaped so that no terminal or log viewer can take one for two. */
export function jsonLog(lowest: LogLevel, write: (line: string) => void): Log {
  return (level, event) => {
    if (logLevels.indexOf(level) < logLevels.indexOf(lowest)) return;
    const line = JSON.stringify({ time: new Date().toISOString(), level, ...event });
    write(
      line.replace(/[\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
    );
  };
}

/** The loggable part of something thrown. */
export function thrownFields(thrown: unknown): Pick<LogEvent, 'error' | 'at'> {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: thrown.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
