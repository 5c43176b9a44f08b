const sentences = {
  denied: 'You did not let Dealslip use Attio, so you are not signed in.',
  expired: 'This sign-in is over, was used already, or was started in another browser.',
  exchange_failed: 'Attio did not confirm the sign-in.',
  workspace_not_allowed: 'This installation is not for the workspace that you chose.',
  not_a_member: 'Attio does not list you as an active member of the workspace that you chose.',
  members_unreadable:
    'Attio does not let this app read who belongs to the workspace, so it cannot tell who you are. An admin has to give it the scope user_management:read, beside record_permission:read-write and object_configuration:read.',
  started_elsewhere: 'This sign-in was started by another site.',
};

/** Why somebody is not signed in. */
export type SignInFailure = keyof typeof sentences;

/** The sentence for it. What was entered is kept, and a new sign-in is one click away: the page says so beside it. */
export const signInFailureSentence = (failure: SignInFailure): string => sentences[failure];
