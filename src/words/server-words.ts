/** What the server says by itself: on its small pages, and in the parts of a problem that its sentence leaves open. */
export const serverWords = {
  signedIn: { title: 'Signed in', text: 'You are signed in.', next: 'Continue' },
  notSignedIn: { title: 'Not signed in', keptDraft: 'What you entered is kept.', again: 'Sign in again' },
  opening: { title: 'Dealslip', text: 'Opening the deal form.', next: 'Continue' },
  error: {
    title: (status: number) => (status === 404 ? 'Nothing stands here' : 'This could not be done'),
    next: 'Go to the deal form',
  },
  keyRefused: 'Attio does not accept the API key of this installation.',
  emptyBody: 'The request has no body.',
  unknownKey: 'This key is not known here. Remove it.',
  invalidPart: 'This is missing or not of the expected form.',
};
