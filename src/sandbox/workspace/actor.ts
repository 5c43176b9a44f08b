/** Who wrote a value (docs.attio.com/docs/actors). */
export type Actor = { type: 'app' | 'api-token' | 'workspace-member' | 'system'; id: string | null };
