/** Every address the browser and the server agree on. */
export const paths = {
  newDeal: '/new',
  mySubmissions: '/submissions',
  bulk: '/bulk',
  setupPage: '/setup',
  linksPage: '/links',
  preferencesPage: '/preferences',
  signIn: '/auth/sign-in',
  signInCallback: '/auth/callback',
  signOut: '/auth/sign-out',
  session: '/api/session',
  dealForm: '/api/deal-form',
  lookupPeople: '/api/lookup/people',
  lookupCompanies: '/api/lookup/companies',
  lookupRecords: '/api/lookup/records',
  duplicates: '/api/duplicates',
  submissions: '/api/submissions',
  setup: '/api/setup',
  setupMarker: '/api/setup/marker',
  setupSettings: '/api/setup/settings',
  healthLive: '/health/live',
  healthReady: '/health/ready',
  metrics: '/metrics',
} as const;

/**
 * Characters of the longest link that fills in the form: also while it goes through a sign-in, where it is escaped once more, the
 * server still takes it (`headerBytes`).
 */
export const longestLink = 6_000;

/** The address of one submission; the id is the draft's UUID. */
export const submissionPath = (id: string): string => `${paths.submissions}/${id}`;

/** Where what was sent with a submission is, to enter another deal like it. */
export const valuesPath = (id: string): string => `${submissionPath(id)}/values`;

/** The key of {@link anotherLikePath}: no attribute's slug has a dot, so it is never taken for a field. */
export const likeParameter = 'like.deal';

/** The form, filled in like the deal of a submission. */
export const anotherLikePath = (id: string): string => `${paths.newDeal}?${new URLSearchParams({ [likeParameter]: id })}`;

/** The key of {@link draftPath}. */
export const draftParameter = 'open.draft';

/** The form with a draft of this browser in it. */
export const draftPath = (id: string): string => `${paths.newDeal}?${new URLSearchParams({ [draftParameter]: id })}`;

/** Where a person's decision about an open submission goes. */
export const resolvePath = (id: string): string => `${submissionPath(id)}/resolve`;

/**
 * The header that every `/api` call carries. A foreign page cannot add it without a preflight, which is never granted
 * (OWASP CSRF cheat sheet, "custom request headers").
 */
export const antiForgeryHeader = { name: 'x-dealslip', value: '1' } as const;

/**
 * Whose page sends a submission: the member's id. Somebody else may have signed in since, in another tab; a deal is never
 * sent as another person.
 */
export const authorHeader = 'x-dealslip-author';
