import { ApiError } from './api-error.ts';

/** The same refusal for an entry, whose values stand under `entry_values` in the body rather than `values`. */
export function inEntryValues(error: unknown): unknown {
  if (!(error instanceof ApiError) || !error.issues) return error;
  const issues = error.issues.map((issue) => {
    const [root, key, ...rest] = issue.path;
    return root === 'data' && key === 'values' ? { ...issue, path: [root, 'entry_values', ...rest] } : issue;
  });
  return new ApiError(error.status, error.type, error.code, error.message, issues);
}
