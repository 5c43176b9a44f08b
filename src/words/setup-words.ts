/** What the setup page says about itself and the duplicate protection; apart from `en.ts`, since the form needs none of it. */
export const setupWords = {
  failed: 'The setup could not be loaded.',
  retry: 'Try again',
  protection: 'Duplicate protection',
  marker: {
    title: 'On: Attio itself refuses a second one.',
    text: 'Each deal carries a key that no other deal of the workspace may have. When Attio does not answer, the deal is sent again without danger, and nobody needs to look.',
  },
  look_up: {
    title: 'By looking: nothing is sent twice by itself.',
    text: 'When Attio does not answer, the deal is looked for. If it cannot be found for certain, whoever sent it is asked to decide.',
  },
  fault: (slug: string) => `The deals of this workspace have an attribute with the slug ${slug}, but it cannot serve:`,
  faults: {
    not_text: 'it is not of the type text. Delete it in Attio, then turn the protection on here.',
    not_unique: 'its values are not unique. Make it unique in Attio, or delete it and turn the protection on here.',
    archived: 'it is archived. Restore it in Attio, or delete it and turn the protection on here.',
    not_writable: 'it cannot be written. Delete it in Attio, then turn the protection on here.',
  },
  turnOn: 'Let Attio refuse second deals',
  turningOn: 'Turning on…',
  turnOnText: (slug: string) =>
    `Stronger: each deal carries a key, and Attio itself refuses a second one. This adds the attribute “${slug}” (text, unique) to the deals of this workspace.`,
  askAdmin: 'An admin of the workspace can turn on the stronger protection here.',
  turnOnFailed: 'It was not turned on.',
  noAnswer: 'Dealslip did not answer. Try again: nothing is added twice.',
  alternative:
    'This app may not change attributes (it lacks the scope object_configuration:read-write). Whoever runs Dealslip can add it with an API key that may:',
  command: 'npm run setup-marker',
};
