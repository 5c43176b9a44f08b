/** What the server says by itself: on its small pages, and in the parts of a problem that its sentence leaves open. */
export const serverWords = {
  dealOfOld: (recordId: string) => `Its deal in Attio is the record ${recordId}.`,
  madeAnyway: (names: string) => `Made for this deal, and in Attio all the same: ${names}.`,
  /** By Attio's code: what no rep can put right. */
  adminMustAct: {
    standard_object_disabled:
      'An object that this deal needs is switched off in Attio. An admin must enable it (Settings, Objects).',
    quota_exceeded: 'The workspace has reached a limit of its Attio plan. An admin must make room or change the plan.',
    billing_error: 'The workspace’s Attio plan does not allow this. An admin must look at the plan.',
    particle_gate_violation: 'The workspace’s Attio plan or settings do not allow this. An admin must look into it.',
  } as Readonly<Record<string, string>>,
  signedIn: { title: 'Signed in', text: 'You are signed in.', next: 'Continue' },
  notSignedIn: { title: 'Not signed in', keptDraft: 'What you entered is kept.', again: 'Sign in again' },
  opening: { title: 'Dealslip', text: 'Opening the deal form.', next: 'Continue' },
  error: {
    title: (status: number) => (status === 404 ? 'Nothing stands here' : 'This could not be done'),
    next: 'Go to the deal form',
  },
  keyRefused: 'Attio does not accept the API key of this installation.',
  setUpMarker: {
    keyRefused: 'Attio does not accept the key in ATTIO_API_KEY. Take one of the workspace’s keys, or make a new one.',
    isThere: (workspace: string, slug: string) =>
      `The deals of ${workspace} have the attribute ${slug} already: a second deal of one submission is refused by Attio.`,
    made: (workspace: string, slug: string) =>
      `The deals of ${workspace} have the attribute ${slug} now: a second deal of one submission is refused by Attio.`,
    unsuitable: (slug: string) =>
      `The workspace has an attribute with the slug ${slug} that cannot serve: it must be a text, unique, writable and not archived. Delete it in Attio, or give it another slug, and try again.`,
    failed: (said: string) =>
      `Attio did not make the attribute: ${said} The key needs the scopes object_configuration:read-write and user_management:read.`,
  },
  emptyBody: 'The request has no body.',
  unknownKey: 'This key is not known here. Remove it.',
  invalidPart: 'This is missing or not of the expected form.',
};
