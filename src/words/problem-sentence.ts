const sentences = {
  // The request itself.
  missing_header: 'This request did not come from Dealslip’s own page. Reload the page and try again.',
  foreign_origin: 'This request came from another site, so nothing was done.',
  foreign_site: 'This request was started by another site, so nothing was done.',
  foreign_host: 'Dealslip is not served under this address. Open it under its own.',
  unsupported_media_type: 'Only application/json is read here. Nothing was done.',
  malformed_json: 'The request is not readable JSON. Nothing was done.',
  duplicate_key: 'The request names the same key twice. Nothing was done.',
  forbidden_key: 'The request uses a key that is never allowed. Nothing was done.',
  too_deep: 'The request is nested too deeply. Nothing was done.',
  too_many_keys: 'The request has too many keys. Nothing was done.',
  too_large: 'The request is larger than 64 KiB. Shorten it.',
  invalid_request: 'The request does not have the form that is expected here. Nothing was done.',
  malformed_request: 'The request could not be read. Nothing was done.',
  request_timeout: 'The request took too long to arrive. Try again.',
  headers_too_large: 'The request’s headers are too large. Clear this site’s cookies and try again.',
  not_found: 'There is nothing at this address.',
  method_not_allowed: 'This address does not take that method.',
  // Who asks.
  not_signed_in: 'Sign in to go on. What you entered is kept.',
  unknown_member: 'Your address does not belong to an active member of this Attio workspace. Ask an admin to invite you.',
  workspace_not_allowed:
    'This installation does not serve the workspace of its API key: an admin must add it to ALLOWED_WORKSPACES.',
  identity_mismatch: 'Somebody else is signed in now, so this was not sent. Reload the page to write as yourself.',
  // The submission.
  invalid_submission_id: 'A submission’s id is a UUID.',
  submission_not_found: 'You have no submission with this id.',
  submission_forgotten:
    'This entry was settled more than 30 days ago, and what was in it is no longer kept here. Start a new deal.',
  submission_id_reused: 'This entry was sent before with other values. Start a new deal to send these.',
  submission_not_open: 'This submission cannot be decided that way any more. Look at how it stands now.',
  record_taken: 'That deal already belongs to another submission. Choose another, or leave it.',
  record_not_found: 'That deal is no longer in Attio. Choose another, or leave it.',
  not_admin: 'Only an admin of the workspace in Attio can set this up.',
  settings_changed: 'Somebody else has saved the settings since you opened them. Nothing of yours was saved.',
  invalid_settings: 'Some settings need another look. Nothing was saved.',
  marker_unsuitable:
    'This workspace has an attribute with the slug submission_key that cannot serve. Delete it in Attio, or make it a unique text attribute.',
  invalid_values: 'Some fields need another look. Nothing was sent to Attio.',
  refused_by_attio: 'Attio did not take the deal. No deal was created.',
  // Attio.
  attio_sign_in_needed: 'Attio no longer accepts your sign-in. Sign in again; what you entered is kept.',
  attio_forbidden: 'Attio does not allow you to do this. Ask an admin of the workspace.',
  attio_unreachable: 'Attio cannot be reached right now. Nothing was created; try again shortly.',
  attio_busy: 'Attio is busy right now. Nothing was created; try again shortly.',
  attio_unexpected: 'Attio answered in a way that cannot be used. Nothing was created.',
  deals_disabled: 'Deals are switched off in this workspace. An admin must enable the Deals object in Attio.',
  unknown_object: 'The workspace has no such object.',
  object_disabled: 'This object is switched off in the workspace. An admin must enable it in Attio.',
  // Us.
  storage_unavailable: 'Dealslip cannot reach its own storage at the moment. What you entered is kept; it goes on by itself.',
  shutting_down: 'Dealslip is restarting. Try again in a moment.',
  internal_error: 'Dealslip failed at this request. Try again; nothing is entered twice.',
};

/** Why a request was not done. Stable: clients may branch on it. */
export type ProblemCode = keyof typeof sentences;

/** The sentence of a problem. */
export const problemSentence = (code: ProblemCode): string => sentences[code];
